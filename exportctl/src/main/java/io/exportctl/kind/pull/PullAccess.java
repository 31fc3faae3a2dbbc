package io.exportctl.kind.pull;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements PullFiles and PullList. */
final class PullAccess implements UserAccess {

  @Override
  public int overhead(Platform platform) {
    return 330;
  }

  @Override
  public int size(String dataset, Platform platform) {
    return 28 + 2 * (platform.partition().length() + platform.pullBucket(dataset).length());
  }
}
