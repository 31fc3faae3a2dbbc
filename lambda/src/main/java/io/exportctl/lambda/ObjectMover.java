package io.exportctl.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Moves one file, or copies it where files are kept; made for one message and used once.
 *
 * <p>It takes any number of movers, a writer that overwrites, lost answers and crashes into
 * account: whoever has put a version at the target looks whether that still was the newest, and
 * makes it good otherwise. A delete happens only on top of a proven copy, under a condition, and
 * leaves the bytes.
 */
final class ObjectMover {

  /** Times that a file may be overwritten under our hands before the message goes back. */
  static final int MAX_ROUNDS = 5;

  static final int MAX_DELETES = 4;

  /** With less left no further copy is started. */
  static final Duration TO_START = Duration.ofMinutes(1);

  private final Settings settings;
  private final KeyCalls calls;
  private final Deadline deadline;
  private final ExportBucket source;
  private final TargetBucket target;
  private final MultipartCopy multipart;
  private final SourceTags tags;
  private final DeliveryMark mark;
  private final String key;
  private final boolean redelivered;

  private Optional<SourceVersion> delivered = Optional.empty();
  private boolean repaired;
  private int conflicts;

  /**
   * @param parts runs the copies of a large file's parts
   * @param redelivered whether an earlier delivery of the message may have left work half done
   */
  ObjectMover(
      Settings settings,
      KeyCalls calls,
      Deadline deadline,
      Executor parts,
      String key,
      boolean redelivered) {
    this.settings = settings;
    this.calls = calls;
    this.deadline = deadline;
    this.source = new ExportBucket(calls, settings.exportBucket());
    this.target = new TargetBucket(calls, settings);
    this.tags = new SourceTags(calls, settings.exportBucket());
    this.mark = new DeliveryMark(tags);
    TargetUpload upload = new TargetUpload(calls, settings);
    this.multipart =
        new MultipartCopy(
            upload,
            new UploadMark(tags),
            new PartCopies(upload, parts, deadline),
            new CopyRefusal(settings));
    this.key = key;
    this.redelivered = redelivered;
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

  /** How often the file was changed by somebody else while this worked on it. */
  int conflicts() {
    return conflicts;
  }

  /** One round; empty if the file has changed and another round is due. */
  private Optional<Outcome> attempt() {
    checkTime();
    ExportBucket.Look look = source.current(key);
    if (look instanceof ExportBucket.Look.Found found) {
      return deliver(found.version());
    }
    return settle(((ExportBucket.Look.Refused) look).status());
  }

  private Optional<Outcome> deliver(SourceVersion version) {
    // After an older version was put over it, here or by a crashed delivery, the mark proves
    // nothing.
    if (settings.keepFiles() && !redelivered && delivered.isEmpty() && mark.isOn(version)) {
      return Optional.of(Outcome.of(Action.ALREADY_DELIVERED, "version " + version.versionId()));
    }
    if (!copy(version)) {
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
      case DELETED -> Optional.of(Outcome.done(Action.MOVED, delivered));
      case DELETED_FOR_GOOD ->
          Optional.of(
              Outcome.done(Action.MOVED, delivered)
                  .because("versioning of the export bucket is suspended: nothing is recoverable"));
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
      return settle(refused.status());
    }
    SourceVersion current = ((ExportBucket.Look.Found) look).version();
    if (!current.versionId().equals(version.versionId())) {
      conflicts++;
      return Optional.empty();
    }
    Outcome copied = Outcome.done(Action.COPIED, delivered);
    return Optional.of(
        mark.put(version)
            ? copied
            : copied.because("not marked as delivered: the file has ten tags of its own"));
  }

  /** Goes on after a HEAD that was refused: the list says whether there is a file. */
  private Optional<Outcome> settle(int status) {
    ObjectVersions versions = source.versions(key);
    if (versions.current().isPresent()) {
      return switch (status) {
        case 400 ->
            throw MoveStopped.hopeless(
                "the file cannot be read: it is encrypted with a key of its writer's (SSE-C)");
        case 403 ->
            throw MoveStopped.failed(
                "HeadObject was denied; the function needs s3:GetObject, and kms:Decrypt where a"
                    + " KMS key encrypts the file");
        default -> Optional.empty(); // written since
      };
    }
    // A marker was put on the newest version by somebody who knew its ETag, so by one who had
    // delivered it, unless an older version has the same bytes: its delete fits the newer one too.
    if (!redelivered && delivered.isEmpty() && !versions.newestRepeated()) {
      return Optional.of(Outcome.done(Action.ABSENT, Optional.empty()));
    }
    return repair(versions);
  }

  /** Makes sure that the newest version under the delete marker is what the target holds. */
  private Optional<Outcome> repair(ObjectVersions listed) {
    ObjectVersions versions = listed;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (versions.current().isPresent()) {
        return Optional.empty();
      }
      if (versions.newest().isEmpty()) {
        return Optional.of(Outcome.done(Action.ABSENT, Optional.empty()));
      }
      String newest = versions.newest().get();
      if (delivered.map(SourceVersion::versionId).equals(versions.newest())) {
        return Optional.of(Outcome.done(repaired ? Action.REPAIRED : doneAction(), delivered));
      }
      checkTime();
      if (source.version(key, newest) instanceof ExportBucket.Look.Found found) {
        repaired |= copy(found.version());
      }
      versions = source.versions(key);
    }
    throw MoveStopped.failed(
        "the newest version could not be put at the target in %d rounds".formatted(MAX_ROUNDS));
  }

  private boolean copy(SourceVersion version) {
    boolean copied =
        version.size() > TargetBucket.MAX_SINGLE_COPY
            ? multipart.copy(version, delivered.isPresent())
            : target.copy(version, tags.ownersBesideOurs(version));
    if (copied) {
      delivered = Optional.of(version);
    }
    return copied;
  }

  private Action doneAction() {
    return settings.keepFiles() ? Action.COPIED : Action.MOVED;
  }

  private void checkTime() {
    if (deadline.isWithin(TO_START)) {
      throw MoveStopped.postponed("too little time is left of this invocation");
    }
  }
}
