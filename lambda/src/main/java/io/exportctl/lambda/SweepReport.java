package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The work of one step of a sweep.
 *
 * @param requests number of requests to S3
 */
record SweepReport(
    QueueMessage message, Outcome outcome, Findings findings, int requests, long millis)
    implements Report {

  /**
   * Files that a step found.
   *
   * @param complete true if the step reached the end of the prefix, so that its sums are final
   * @param listed number of files that this step listed
   * @param waiting number of files left behind, including those of earlier steps; of a dataset that
   *     keeps its files, only those among the files that were checked for a mark
   * @param oldestAge seconds since the oldest of these was written; 0 if there are none
   * @param hinted number of hints that this step sent
   */
  record Findings(boolean complete, long listed, long waiting, long oldestAge, int hinted) {

    static final Findings NONE = new Findings(false, 0, 0, 0, 0);
  }

  @Override
  public SweepReport withReason(String reason) {
    return new SweepReport(message, outcome.withReason(reason), findings, requests, millis);
  }

  @Override
  public Map<String, Object> details(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", "s3://" + settings.exportBucket() + "/" + settings.prefix());
    fields.put("complete", findings.complete());
    fields.put("listed", findings.listed());
    fields.put("waiting", findings.waiting());
    fields.put("oldest_age", findings.oldestAge());
    fields.put("hinted", findings.hinted());
    return fields;
  }
}
