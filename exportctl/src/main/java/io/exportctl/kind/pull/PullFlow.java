package io.exportctl.kind.pull;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.Stop.Shape;
import java.util.ArrayList;
import java.util.List;

/** The way of a pull dataset's files, as the modules {@code pull} and {@code bucket} make it. */
final class PullFlow {

  private PullFlow() {}

  static List<Stop> of(PullDataset dataset, Platform platform) {
    Stop users =
        Stop.onPlatform(
                Shape.PEOPLE, "Users who write", dataset.users(), "write files into the bucket")
            .with(List.of("each may read and write with a role of their own"));
    Stop bucket =
        Stop.onPlatform(
                Shape.BUCKET,
                "Bucket of this dataset",
                List.of("s3://" + platform.pullBucket(dataset.name()) + "/"),
                "the roles fetch the files when they like")
            .with(measures(dataset, platform));
    Stop roles =
        Stop.outside(Shape.ROLES, "Receiver's roles", dataset.pullArns(), dataset.receivers(), "")
            .with(
                List.of(
                    dataset.allowPush()
                        ? "these roles may read, write and delete; nobody else outside may"
                        : "these roles may read; nobody else outside may"));
    return List.of(users, bucket, roles);
  }

  private static List<String> measures(PullDataset dataset, Platform platform) {
    List<String> measures = new ArrayList<>();
    measures.add("encrypted, TLS 1.2 or later, never public");
    if (dataset.bucketVersioning()) {
      measures.add("earlier versions can be recovered for " + platform.recoveryDays() + " days");
    }
    return measures;
  }
}
