package io.exportctl.kind.push;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.Stop.Shape;
import java.util.ArrayList;
import java.util.List;

/** The way of a push dataset's files, as the modules {@code push} and {@code bucket} make it. */
final class PushFlow {

  private PushFlow() {}

  static List<Stop> of(PushDataset dataset, Platform platform) {
    boolean keeps = dataset.keepFiles();
    Stop users =
        Stop.onPlatform(
                Shape.PEOPLE, "Users who write", dataset.users(), "write files into the folder")
            .with(List.of("each may write to this folder with a role of their own"));
    Stop bucket =
        Stop.onPlatform(
                Shape.BUCKET,
                "Export bucket",
                List.of(dataset.source(platform)),
                "each new file is taken on at once; an hourly sweep finds the rest")
            .with(
                List.of(
                    "encrypted, TLS 1.2 or later, never public",
                    "overwritten and deleted files can be recovered for "
                        + platform.recoveryDays()
                        + " days"));
    Stop mover =
        Stop.onPlatform(
                Shape.PROGRAM,
                "Mover",
                List.of(PushDataset.functionName(dataset.name(), keeps)),
                keeps ? "copies each file under its name" : "moves each file under its name")
            .with(
                List.of(
                    keeps
                        ? "the file here stays"
                        : "the file here is deleted only after its delivery is proven",
                    "a delivery that fails is retried, and the file is kept"));
    Stop target =
        Stop.outside(
                Shape.BUCKET,
                "Receiver's bucket",
                List.of(dataset.target()),
                dataset.receivers(),
                "")
            .with(protections(dataset));
    return List.of(users, bucket, mover, target);
  }

  private static List<String> protections(PushDataset dataset) {
    List<String> protections = new ArrayList<>();
    if (dataset.account().isPresent()) {
      protections.add("refused if the bucket belongs to any other account");
    }
    if (dataset.kmsKeyArn().isPresent()) {
      protections.add("encrypted with the receiver's own key");
    }
    return protections;
  }
}
