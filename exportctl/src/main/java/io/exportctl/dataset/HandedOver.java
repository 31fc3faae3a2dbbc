package io.exportctl.dataset;

import java.util.List;
import java.util.Optional;

/** A dataset that works only once the other side has allowed it. */
public interface HandedOver extends Dataset {

  /** Returns the bucket in which the other side finds the files. */
  String handoverBucket(Platform platform);

  /** Returns the numbers of the accounts that get the files, sorted; empty if none is known. */
  default List<String> receivers() {
    return List.of();
  }

  /** Returns the account that owns the bucket; empty if the dataset does not tell. */
  default Optional<String> bucketOwner(Platform platform) {
    return Optional.empty();
  }

  /** Returns the folder of the bucket that takes a test file; empty if none does. */
  default Optional<String> testFolder() {
    return Optional.empty();
  }

  /** Returns the steps that the other side has to take. */
  Handshake handshake(Platform platform);
}
