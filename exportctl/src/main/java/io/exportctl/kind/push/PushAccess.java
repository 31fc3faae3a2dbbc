package io.exportctl.kind.push;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements PushFiles and PushList. */
final class PushAccess implements UserAccess {

  @Override
  public int overhead(Platform platform) {
    return 300 + platform.partition().length() + platform.exportBucket().length();
  }

  @Override
  public int size(String dataset, Platform platform) {
    int partition = platform.partition().length();
    return 21 + partition + platform.exportBucket().length() + 2 * dataset.length();
  }
}
