package io.exportctl.dataset;

import java.util.List;

/** A dataset that grants access to users of the platform. */
public interface HasUsers extends Dataset {

  /** Names of the users' roles, sorted. */
  List<String> users();

  /**
   * Returns the resource that the users get access to, as the module {@code users} takes it: a
   * folder of the export bucket, or a bucket.
   */
  String grant(Platform platform);
}
