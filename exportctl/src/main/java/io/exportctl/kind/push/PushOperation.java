package io.exportctl.kind.push;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Backlog;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources of a push dataset in AWS, as module {@code push} names them. */
final class PushOperation {

  /** Tag of a kept file that was delivered; see {@code DeliveryMark} of the mover. */
  private static final String DELIVERED = "exportctl:delivered";

  /** Age from which the sweep counts a file as left behind. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private PushOperation() {}

  static Operation of(PushDataset dataset) {
    String name = dataset.name();
    String queue = PushDataset.queueName(name);
    String function = PushDataset.functionName(name, dataset.keepFiles());
    String sweep = PushDataset.sweepName(name);
    return new Operation(
        List.of(
            new AwsResource(AwsResource.Type.FUNCTION, function),
            new AwsResource(AwsResource.Type.QUEUE, queue),
            new AwsResource(AwsResource.Type.QUEUE, PushDataset.deadLetterName(name)),
            new AwsResource(AwsResource.Type.ROLE, function),
            new AwsResource(AwsResource.Type.ROLE, sweep),
            new AwsResource(AwsResource.Type.SCHEDULE, sweep)),
        Stream.of("-corrupted", "-dead-letter", "-failing", "-oldest-file", "-oldest-message")
            .map(queue::concat)
            .toList(),
        Optional.of(queue),
        Optional.of(PushDataset.deadLetterName(name)),
        Optional.of("{\"sweep\":{\"minutes\":{minutes}}}"),
        Optional.of(PushDataset.logGroup(function)),
        Map.of(
            Signal.DELIVERIES, "moved",
            Signal.FAILURES, "failed",
            Signal.OLDEST_AGE, "oldest_age"));
  }

  /** Returns the files that the sweep takes on too; of those that stay, those without the mark. */
  static Backlog backlog(PushDataset dataset, Platform platform) {
    String bucket = platform.exportBucket();
    return (files, now) ->
        files.list(bucket, dataset.name() + "/").stream()
            .filter(file -> isOld(file.written(), now))
            .filter(file -> !dataset.keepFiles() || !files.hasTag(bucket, file.key(), DELIVERED))
            .map(
                file ->
                    new Backlog.Stuck(bucket + "/" + file.key(), file.written(), Optional.empty()))
            .sorted(Comparator.comparing(Backlog.Stuck::since))
            .toList();
  }

  private static boolean isOld(Instant written, Instant now) {
    return written.isBefore(now.minus(PATIENCE));
  }
}
