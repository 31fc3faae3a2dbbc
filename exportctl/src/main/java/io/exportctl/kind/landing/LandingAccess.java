package io.exportctl.kind.landing;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements LandingFiles, LandingList and LandingTables. */
final class LandingAccess implements UserAccess {

  /** The statements with empty lists, without the names of bucket, partition, Region, account. */
  private static final int STATEMENTS = 488;

  /** The six entries of a dataset, with their quotes and commas, without any names. */
  private static final int ENTRIES = 179;

  @Override
  public int overhead(Platform platform) {
    return STATEMENTS + curated(platform) + 2 * home(platform);
  }

  @Override
  public int size(String dataset, Platform platform) {
    return ENTRIES + curated(platform) + 4 * home(platform) + 6 * dataset.length();
  }

  /** Characters of the partition and the bucket in the ARN of the bucket. */
  private static int curated(Platform platform) {
    return platform.partition().length() + LandingPlatform.of(platform).curatedBucket().length();
  }

  /** Characters of the partition and the Region in the ARN of a database; accounts have twelve. */
  private static int home(Platform platform) {
    return platform.partition().length() + platform.region().length();
  }
}
