package io.exportctl.kind.landing;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements LandingFiles, LandingList and LandingTables. */
final class LandingAccess implements UserAccess {

  @Override
  public int overhead(Platform platform) {
    return 330;
  }

  @Override
  public int size(String dataset, Platform platform) {
    return 400;
  }
}
