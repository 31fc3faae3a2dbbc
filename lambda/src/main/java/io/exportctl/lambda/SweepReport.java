package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one leg of a sweep found and did.
 *
 * @param complete whether it reached the end of the prefix, so that the numbers are the whole's
 * @param listed files that this leg listed
 * @param waiting files that are left behind, those that the legs before found included; of a
 *     dataset that keeps its files, those among the ones that were looked at
 * @param oldestAge seconds since the oldest of these was written; 0 if there is none
 * @param hinted files that this leg has told the queue of
 * @param requests requests to S3
 */
record SweepReport(
    QueueMessage message,
    Outcome outcome,
    boolean complete,
    long listed,
    long waiting,
    long oldestAge,
    int hinted,
    int requests,
    long millis)
    implements Report {

  @Override
  public SweepReport because(String reason) {
    return new SweepReport(
        message,
        outcome.because(reason),
        complete,
        listed,
        waiting,
        oldestAge,
        hinted,
        requests,
        millis);
  }

  @Override
  public Map<String, Object> details(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", "s3://" + settings.exportBucket() + "/" + settings.prefix());
    fields.put("complete", complete);
    fields.put("listed", listed);
    fields.put("waiting", waiting);
    fields.put("oldest_age", oldestAge);
    fields.put("hinted", hinted);
    return fields;
  }
}
