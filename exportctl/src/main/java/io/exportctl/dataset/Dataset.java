package io.exportctl.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One export, read from a file that was found valid. */
public sealed interface Dataset permits PushDataset, PullDataset {

  DatasetKind kind();

  String name();

  default DatasetId id() {
    return new DatasetId(kind(), name());
  }

  /** The names of the roles of the platform's users, sorted. */
  List<String> users();

  /** Links to the documents that allow this export, in the order of the file. */
  List<String> paperwork();

  /**
   * What its users get access to, as the module {@code users} takes it: a folder of the export
   * bucket or a bucket.
   */
  String grant(Platform platform);

  /** The bucket in which the other side finds the files. */
  String handoverBucket(Platform platform);

  /** What a person looks for who works with it, beside its name. */
  List<Fact> facts(Platform platform);

  /** What the other side has to do. */
  Handshake handshake(Platform platform);

  /** In few steps: ten thousand datasets have a list or two each. */
  static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }
}
