package io.exportctl.kind.collection;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.UserAccess;

/** Size of the statements CollectionFiles, CollectionList, CollectionTables and CollectionKey. */
final class CollectionAccess implements UserAccess {

  /** The statements with empty lists, without the names that the methods below add. */
  private static final int STATEMENTS = 641;

  /** The three entries of a table, with their quotes and commas, without any names. */
  private static final int ENTRIES = 69;

  @Override
  public int overhead(Platform platform) {
    CollectionPlatform section = CollectionPlatform.of(platform);
    return STATEMENTS
        + warehouse(platform)
        + 4 * home(platform)
        + section.database().length()
        + section.keyAlias().length();
  }

  @Override
  public int size(String table, Platform platform) {
    return ENTRIES
        + warehouse(platform)
        + home(platform)
        + CollectionPlatform.of(platform).database().length()
        + 3 * table.length();
  }

  /** Characters of the partition and the bucket in the ARN of the bucket. */
  private static int warehouse(Platform platform) {
    return platform.partition().length()
        + CollectionPlatform.of(platform).warehouseBucket().length();
  }

  /** Characters of the partition and the Region in an ARN; accounts have twelve. */
  private static int home(Platform platform) {
    return platform.partition().length() + platform.region().length();
  }
}
