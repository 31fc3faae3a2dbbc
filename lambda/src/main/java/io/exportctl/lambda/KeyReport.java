package io.exportctl.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The work on one message about a file.
 *
 * @param hint the event; empty if it could not be read
 */
record KeyReport(QueueMessage message, Optional<ObjectCreated> hint, Outcome outcome, Effort effort)
    implements Report {

  /**
   * Requests that the work took, and their effects.
   *
   * @param targetVersion version id that the target assigned, if it keeps versions
   * @param requests number of requests to S3
   * @param conflicts number of times that the file changed meanwhile
   * @param untouched true if this attempt has certainly put nothing at the target
   */
  record Effort(
      Optional<String> targetVersion, int requests, int conflicts, boolean untouched, long millis) {

    /** For messages on which no work was done. */
    static final Effort UNKNOWN = new Effort(Optional.empty(), 0, 0, false, 0);

    static Effort of(KeyCalls calls, int conflicts, long millis) {
      return new Effort(
          calls.putVersion(), calls.requests(), conflicts, !calls.mayHavePut(), millis);
    }
  }

  @Override
  public int requests() {
    return effort.requests();
  }

  @Override
  public long millis() {
    return effort.millis();
  }

  /** Bytes that reached the target. */
  long bytes() {
    return outcome.version().map(SourceVersion::size).orElse(0L);
  }

  /**
   * Returns true if a failed message may be dropped, as the sweep that sent it will find the file
   * again. A message that may have put a version at the target must live on, since the target needs
   * a repair if that version was not the newest. So must one that began an upload, which it has to
   * finish. An upload that another message began is left to that message; otherwise every sweep
   * would add a worker to it.
   */
  boolean mayBeLeftToTheSweep() {
    return hint.isPresent() && hint.get().swept() && effort.untouched() && !message.redelivered();
  }

  @Override
  public KeyReport withReason(String reason) {
    return new KeyReport(message, hint, outcome.withReason(reason), effort);
  }

  @Override
  public Map<String, Object> details(Settings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    hint.ifPresent(
        event -> {
          fields.put("source", "s3://" + event.bucket() + "/" + event.key());
          fields.put("target", "s3://" + settings.targetBucket() + "/" + event.key());
        });
    outcome.version().ifPresent(version -> fields.put("version", version.versionId()));
    if (outcome.version().isPresent()) {
      effort.targetVersion().ifPresent(version -> fields.put("targetVersion", version));
    }
    fields.put("bytes", bytes());
    return fields;
  }
}
