package io.exportctl.kind.collection;

/** Names of a dataset's resources, as module {@code collection} and the program have them. */
final class CollectionNames {

  private CollectionNames() {}

  /** Returns the name of the application, of its schedule, and of the schedule's role. */
  static String application(String dataset) {
    return "ingest_" + dataset;
  }

  /** Returns the name of the role that the job runs as. */
  static String jobRole(String dataset) {
    return application(dataset) + "-job";
  }

  static String maintenance(String dataset) {
    return application(dataset) + "-maintain";
  }

  static String deadLetters(String dataset) {
    return application(dataset) + "-dead-letter";
  }

  /** Returns the name of the alarm that goes off when no date is ingested. */
  static String silentAlarm(String dataset) {
    return application(dataset) + "-silent";
  }

  static String logGroup(String dataset) {
    return "/exportctl/" + application(dataset);
  }

  /** Returns the name of the table with the columns that are not sensitive. */
  static String redacted(String dataset) {
    return dataset + "_redacted";
  }

  /** Returns the name of the table with every record of a table that keeps the newest. */
  static String changes(String dataset) {
    return dataset + "_changes";
  }

  /** Returns the name of the table with the hashes of ids that were erased. */
  static String erased(String dataset) {
    return dataset + "_erased";
  }
}
