package io.exportctl.kind.source;

/** Names of a dataset's resources, as module {@code source} has them. */
final class SourceNames {

  private SourceNames() {}

  /** Returns the name of the alarm that goes off when the data are too old. */
  static String staleAlarm(String dataset) {
    return "source_" + dataset + "-stale";
  }

  /** Returns the key of the config object, which the service reads within a minute. */
  static String config(String dataset) {
    return "config/sources/" + dataset + ".json";
  }

  /** Returns the folder of the raw files, below {@code datasets/} in the bucket. */
  static String folder(String schema) {
    return schema.replace('.', '/');
  }
}
