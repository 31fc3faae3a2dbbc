package io.exportctl.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Copies a version that is too large for CopyObject in parts. It continues the upload of an earlier
 * delivery, and copies only the missing parts.
 */
final class MultipartCopy {

  private final TargetUpload target;
  private final UploadMark mark;
  private final PartCopies parts;
  private final CopyRefusal refusal;

  /** Headers and metadata of a version, and its owner's tags. */
  private record Original(HeadObjectResponse head, List<Tag> tags) {}

  MultipartCopy(TargetUpload target, UploadMark mark, PartCopies parts, CopyRefusal refusal) {
    this.target = target;
    this.mark = mark;
    this.parts = parts;
    this.refusal = refusal;
  }

  /**
   * Copies exactly this version.
   *
   * @param anew true if this delivery has put another version at the target: in a versioned bucket
   *     the upload that began last wins, so that an earlier upload would end beneath that version
   * @return false if the version is gone; the upload is aborted then
   * @throws MoveStopped if there is too little time, or if the copy is refused or not proven to be
   *     complete and equal
   */
  boolean copy(SourceVersion version, boolean anew) {
    PartPlan plan = PartPlan.of(version.size());
    Optional<String> earlier = anew ? Optional.empty() : mark.read(version);
    if (earlier.isPresent()) {
      Optional<Map<Integer, CompletedPart>> there = parts.uploaded(version, earlier.get(), plan);
      if (there.isPresent()) {
        return finish(version, plan, earlier.get(), there.get(), true);
      }
      if (target.view().holds(version)) {
        return true; // an earlier delivery completed it, and crashed
      }
    }
    Optional<Original> original = original(version);
    if (original.isEmpty()) {
      return false;
    }
    try {
      String uploadId = target.begin(version, original.get().head(), original.get().tags());
      return finish(version, plan, uploadId, Map.of(), mark.put(version, uploadId));
    } catch (S3Exception e) {
      refusal.explain(version, e);
      return false;
    }
  }

  /** Reads what an upload does not copy; empty if the version is gone. */
  private Optional<Original> original(SourceVersion version) {
    try {
      return Optional.of(new Original(target.headSource(version), mark.tags().owners(version)));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean finish(
      SourceVersion version,
      PartPlan plan,
      String uploadId,
      Map<Integer, CompletedPart> there,
      boolean resumable) {
    Map<Integer, CompletedPart> all = new TreeMap<>(there);
    try {
      if (!parts.copy(version, plan, uploadId, all)) {
        throw MoveStopped.postponed(
            "%d of %d parts are copied%s"
                .formatted(
                    all.size(),
                    plan.count(),
                    resumable
                        ? ""
                        : "; the next attempt starts again, as the file cannot be tagged"));
      }
      target.complete(version, uploadId, all.values());
      return true;
    } catch (S3Exception e) {
      return stopped(version, uploadId, e);
    }
  }

  /** Aborts the upload unless a later delivery can continue it. */
  private boolean stopped(SourceVersion version, String uploadId, S3Exception e) {
    try {
      refusal.explain(version, e);
    } catch (MoveStopped stopped) {
      if (stopped.outcome().action() == Action.HOPELESS) {
        target.abort(version, uploadId);
      }
      throw stopped;
    }
    target.abort(version, uploadId);
    return false;
  }
}
