package io.exportctl.kind.pull;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources of a pull dataset in AWS: its bucket, which no program of ours works on. */
final class PullOperation {

  private PullOperation() {}

  static Operation of(PullDataset dataset, Platform platform) {
    return new Operation(
        List.of(new AwsResource(AwsResource.Type.BUCKET, platform.pullBucket(dataset.name()))),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
