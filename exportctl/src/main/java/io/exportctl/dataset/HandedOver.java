package io.exportctl.dataset;

import java.util.List;

/** A dataset that works only once the other side has allowed it. */
public interface HandedOver extends Dataset {

  /** Returns the bucket in which the other side finds the files. */
  String handoverBucket(Platform platform);

  /** Returns the numbers of the accounts that get the files, sorted; empty if none is known. */
  default List<String> receivers() {
    return List.of();
  }

  /** Returns the steps that the other side has to take. */
  Handshake handshake(Platform platform);
}
