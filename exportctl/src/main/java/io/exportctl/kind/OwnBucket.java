package io.exportctl.kind;

import io.exportctl.dataset.Platform;

/** Naming of the bucket that is created for each dataset of a kind. */
@FunctionalInterface
public interface OwnBucket {

  /** Returns the name of a dataset's bucket. */
  String name(String dataset, Platform platform);
}
