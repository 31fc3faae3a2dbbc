package io.exportctl.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Copies a version that is too large for CopyObject, in parts. An upload that was begun by an
 * earlier delivery is continued; what it lacks is copied, and nothing twice.
 */
final class MultipartCopy {

  private final TargetUpload target;
  private final UploadMark mark;
  private final PartCopies parts;
  private final CopyRefusal refusal;

  MultipartCopy(TargetUpload target, UploadMark mark, PartCopies parts, CopyRefusal refusal) {
    this.target = target;
    this.mark = mark;
    this.parts = parts;
    this.refusal = refusal;
  }

  /**
   * Copies exactly this version.
   *
   * @param anew whether another version was put at the target meanwhile: in a bucket with versions
   *     the upload that began last counts, so that one from before would end beneath it
   * @return false if that version is not there any more; the upload is ended then
   * @throws MoveStopped if there is too little time, if it is refused, or if the copy is not proven
   *     to be there and equal
   */
  boolean copy(SourceVersion version, boolean anew) {
    PartPlan plan = PartPlan.of(version.size());
    Optional<String> earlier = anew ? Optional.empty() : mark.read(version);
    if (earlier.isPresent()) {
      Optional<Map<Integer, CompletedPart>> there = target.parts(version, earlier.get(), plan);
      if (there.isPresent()) {
        return finish(version, plan, earlier.get(), there.get(), true);
      }
      if (target.view().holds(version)) {
        return true; // completed by a delivery that crashed before it could tell
      }
    }
    try {
      String uploadId = target.begin(version, mark.tags().owners(version));
      return finish(version, plan, uploadId, Map.of(), mark.put(version, uploadId));
    } catch (S3Exception e) {
      refusal.explain(version, e);
      return false;
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
                    resumable ? "" : "; the next try begins anew, as the file cannot be tagged"));
      }
      target.complete(version, uploadId, all.values());
      return true;
    } catch (S3Exception e) {
      return stopped(version, uploadId, e);
    }
  }

  /** Ends the upload where no later delivery could go on with it. */
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
