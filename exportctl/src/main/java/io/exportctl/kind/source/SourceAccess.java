package io.exportctl.kind.source;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements SourceFiles and SourceList. */
final class SourceAccess implements UserAccess {

  /** The statements with empty lists, without the names of partition and bucket. */
  private static final int STATEMENTS = 206;

  /** The two entries of a dataset, with their quotes and commas, without any names. */
  private static final int ENTRIES = 39;

  @Override
  public int overhead(Platform platform) {
    return STATEMENTS + bucket(platform);
  }

  @Override
  public int size(String folder, Platform platform) {
    return ENTRIES + bucket(platform) + 2 * folder.length();
  }

  /** Characters of the partition and the bucket in the ARN of the bucket. */
  private static int bucket(Platform platform) {
    return platform.partition().length() + SourcePlatform.of(platform).bucket().length();
  }
}
