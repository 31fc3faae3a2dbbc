package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was done for one message about a file.
 *
 * @param hint the event, unless it could not be read
 * @param targetVersion the id of what was put at the target, if it keeps versions
 * @param requests requests to S3
 * @param conflicts how often the file changed meanwhile
 * @param untouched whether this try has certainly put nothing at the target
 */
record KeyReport(
    QueueMessage message,
    Optional<ObjectCreated> hint,
    Outcome outcome,
    Optional<String> targetVersion,
    int requests,
    int conflicts,
    boolean untouched,
    long millis)
    implements Report {

  /** Bytes that reached the target. */
  long bytes() {
    return outcome.version().map(SourceVersion::size).orElse(0L);
  }

  /**
   * Whether a failure may be forgotten: the sweep found this file and will find it again. Not so
   * once this message may have put a version at the target, since that is to be made good if it was
   * not the newest; nor when it has begun an upload there, which it is to finish. An upload that
   * another message began is left to that one, or every sweep would add a worker to it.
   */
  boolean mayBeLeftToTheSweep() {
    return hint.isPresent() && hint.get().swept() && untouched && !message.redelivered();
  }

  @Override
  public KeyReport because(String reason) {
    return new KeyReport(
        message,
        hint,
        outcome.because(reason),
        targetVersion,
        requests,
        conflicts,
        untouched,
        millis);
  }

  @Override
  public Map<String, Object> details(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    hint.ifPresent(
        it -> {
          fields.put("source", "s3://" + it.bucket() + "/" + it.key());
          fields.put("target", "s3://" + settings.targetBucket() + "/" + it.key());
        });
    outcome.version().ifPresent(version -> fields.put("version", version.versionId()));
    if (outcome.version().isPresent()) {
      targetVersion.ifPresent(version -> fields.put("targetVersion", version));
    }
    fields.put("bytes", bytes());
    return fields;
  }
}
