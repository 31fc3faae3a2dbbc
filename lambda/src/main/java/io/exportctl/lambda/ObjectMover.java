package io.exportctl.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Moves one file, or copies it if the dataset keeps its files. An instance serves one message.
 *
 * <p>The algorithm allows for any number of movers, for a writer that overwrites the file, for lost
 * answers and for crashes: after each copy it checks that the copied version is still the newest,
 * and repairs the target otherwise. A delete happens only after a proven copy, under a condition,
 * and leaves the bytes recoverable. See docs/mover.md.
 */
final class ObjectMover {

  /** Maximum number of attempts on a file that is overwritten again and again. */
  static final int MAX_ROUNDS = 5;

  static final int MAX_DELETES = 4;

  /** Time that must be left to start another copy. */
  static final Duration TO_START = Duration.ofMinutes(1);

  private final Settings settings;
  private final KeyCalls calls;
  private final Deadline deadline;
  private final ExportBucket source;
  private final VersionCopier copier;
  private final DeliveryMark mark;
  private final String key;
  private final boolean redelivered;

  private boolean repaired;
  private int conflicts;

  /**
   * @param parts runs the copies of a large file's parts
   */
  ObjectMover(
      Settings settings, KeyCalls calls, Deadline deadline, Executor parts, Delivery delivery) {
    this.settings = settings;
    this.calls = calls;
    this.deadline = deadline;
    this.source = new ExportBucket(calls, settings.exportBucket());
    this.copier = new VersionCopier(settings, calls, deadline, parts);
    this.mark = new DeliveryMark(new SourceTags(calls, settings.exportBucket()));
    this.key = delivery.key();
    this.redelivered = delivery.redelivered();
  }

  Outcome move() {
    try {
      for (int round = 0; round < MAX_ROUNDS; round++) {
        Optional<Outcome> end = attempt();
        if (end.isPresent()) {
          return end.get();
        }
      }
      return Outcome.of(
          Action.FAILED, "the file changed in each of %d rounds".formatted(MAX_ROUNDS));
    } catch (MoveStopped e) {
      return e.outcome();
    } catch (SdkException e) {
      return Outcome.of(Action.FAILED, calls.explain(e));
    }
  }

  /** Number of times that the file changed while this worked on it. */
  int conflicts() {
    return conflicts;
  }

  /** Makes one attempt; empty if the file has changed and another attempt is due. */
  private Optional<Outcome> attempt() {
    checkTime();
    ExportBucket.Look look = source.current(key);
    return look instanceof ExportBucket.Look.Found found
        ? deliver(found.version())
        : settle((ExportBucket.Look.Refused) look);
  }

  private Optional<Outcome> deliver(SourceVersion version) {
    // The mark proves nothing once an older version may have been put over this one.
    if (settings.keepFiles()
        && !redelivered
        && copier.delivered().isEmpty()
        && mark.isOn(version)) {
      return Optional.of(Outcome.of(Action.ALREADY_DELIVERED, "version " + version.versionId()));
    }
    if (!copier.copy(version)) {
      conflicts++;
      return Optional.empty();
    }
    return settings.keepFiles() ? keep(version) : remove(version);
  }

  private Optional<Outcome> remove(SourceVersion version) {
    ExportBucket.Deletion deletion = source.delete(version);
    for (int tried = 1; deletion == ExportBucket.Deletion.BUSY && tried < MAX_DELETES; tried++) {
      deletion = source.delete(version);
    }
    return switch (deletion) {
      case DELETED -> Optional.of(Outcome.done(Action.MOVED, copier.delivered()));
      case DELETED_FOR_GOOD ->
          Optional.of(
              Outcome.done(Action.MOVED, copier.delivered())
                  .withReason(
                      "versioning of the export bucket is suspended: nothing is recoverable"));
      case BUSY ->
          throw MoveStopped.failed("DeleteObject was answered 409 %d times".formatted(MAX_DELETES));
      case CHANGED -> {
        conflicts++;
        yield repair(source.versions(key));
      }
      case DENIED -> {
        ObjectVersions versions = source.versions(key);
        if (versions.current().equals(Optional.of(version.versionId()))) {
          throw MoveStopped.failed(
              "the file was copied, but DeleteObject was denied; the function needs s3:DeleteObject");
        }
        conflicts++;
        yield repair(versions);
      }
    };
  }

  private Optional<Outcome> keep(SourceVersion version) {
    ExportBucket.Look look = source.current(key);
    if (look instanceof ExportBucket.Look.Refused refused) {
      return settle(refused);
    }
    SourceVersion current = ((ExportBucket.Look.Found) look).version();
    if (!current.versionId().equals(version.versionId())) {
      conflicts++;
      return Optional.empty();
    }
    Outcome copied = Outcome.done(Action.COPIED, copier.delivered());
    return Optional.of(
        mark.put(version)
            ? copied
            : copied.withReason("not marked as delivered: the file has ten tags of its own"));
  }

  /** Continues after a refused HEAD: the list of versions tells if the file exists. */
  private Optional<Outcome> settle(ExportBucket.Look.Refused refused) {
    ObjectVersions versions = source.versions(key);
    if (versions.current().isPresent()) {
      refused.explain();
      return Optional.empty();
    }
    // The delete's condition was the newest ETag, so it followed a delivery of the newest version,
    // unless an older version has the same ETag.
    if (!redelivered && copier.delivered().isEmpty() && !versions.newestRepeated()) {
      return Optional.of(Outcome.done(Action.ABSENT, Optional.empty()));
    }
    return repair(versions);
  }

  /** Makes sure that the newest version under the delete marker is what the target holds. */
  private Optional<Outcome> repair(ObjectVersions listed) {
    Action unrepaired = settings.keepFiles() ? Action.COPIED : Action.MOVED;
    ObjectVersions versions = listed;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (versions.current().isPresent()) {
        return Optional.empty();
      }
      if (versions.newest().isEmpty()) {
        return Optional.of(Outcome.done(Action.ABSENT, Optional.empty()));
      }
      String newest = versions.newest().get();
      if (copier.hasDelivered(newest)) {
        return Optional.of(
            Outcome.done(repaired ? Action.REPAIRED : unrepaired, copier.delivered()));
      }
      checkTime();
      ExportBucket.Look look = source.version(key, newest);
      if (look instanceof ExportBucket.Look.Found found) {
        repaired |= copier.copy(found.version());
      } else {
        ((ExportBucket.Look.Refused) look).explain();
      }
      versions = source.versions(key);
    }
    throw MoveStopped.failed(
        "the newest version could not be put at the target in %d rounds".formatted(MAX_ROUNDS));
  }

  private void checkTime() {
    if (deadline.isWithin(TO_START)) {
      throw MoveStopped.postponed("too little time is left of this invocation");
    }
  }
}
