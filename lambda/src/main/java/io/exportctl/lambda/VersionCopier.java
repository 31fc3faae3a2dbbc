package io.exportctl.lambda;

import java.util.Optional;
import java.util.concurrent.Executor;

/** Copies versions of one key to the target, whole or in parts, and remembers the last one. */
final class VersionCopier {

  private final TargetBucket target;
  private final MultipartCopy multipart;
  private final SourceTags tags;
  private Optional<SourceVersion> delivered = Optional.empty();

  /**
   * @param parts runs the copies of a large file's parts
   */
  VersionCopier(Settings settings, KeyCalls calls, Deadline deadline, Executor parts) {
    this.target = new TargetBucket(calls, settings);
    this.tags = new SourceTags(calls, settings.exportBucket());
    this.multipart =
        new MultipartCopy(
            new TargetUpload(calls, settings),
            new UploadMark(tags),
            new PartCopies(new TargetParts(calls, settings), parts, deadline),
            new CopyRefusal(settings));
  }

  /**
   * Copies exactly this version.
   *
   * @return false if the version is gone
   * @throws MoveStopped if the copy is refused, or not proven to be complete and equal
   */
  boolean copy(SourceVersion version) {
    boolean copied =
        version.size() > TargetBucket.MAX_SINGLE_COPY
            ? multipart.copy(version, delivered.isPresent())
            : target.copy(version, tags.ownersBesideOurs(version));
    if (copied) {
      delivered = Optional.of(version);
    }
    return copied;
  }

  /** The version that was copied last. */
  Optional<SourceVersion> delivered() {
    return delivered;
  }

  boolean hasDelivered(String versionId) {
    return delivered.map(SourceVersion::versionId).equals(Optional.of(versionId));
  }
}
