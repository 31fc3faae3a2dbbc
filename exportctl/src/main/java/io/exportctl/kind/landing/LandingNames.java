package io.exportctl.kind.landing;

/**
 * Names of a dataset's resources, as module {@code landing} and the job in the namespace have them.
 */
final class LandingNames {

  private LandingNames() {}

  static String role(String dataset) {
    return "landing_" + dataset;
  }

  static String function(String dataset) {
    return role(dataset) + "-load";
  }

  static String logGroup(String dataset) {
    return "/aws/lambda/" + function(dataset);
  }

  static String sweepRole(String dataset) {
    return role(dataset) + "-sweep";
  }

  static String queue(String dataset) {
    return "landing_" + dataset;
  }

  static String deadLetters(String dataset) {
    return queue(dataset) + "-dead-letter";
  }

  /** Returns the name of the database with all extractions. */
  static String history(String dataset) {
    return dataset + "_history";
  }

  /** Returns the name of the job in Kubernetes, which takes no underscores. */
  static String job(String dataset) {
    return dataset.replace('_', '-') + "-extractor";
  }
}
