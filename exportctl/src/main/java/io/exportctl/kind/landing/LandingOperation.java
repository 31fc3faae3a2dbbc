package io.exportctl.kind.landing;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources of a landing dataset in AWS, as module {@code landing} names them. */
final class LandingOperation {

  private LandingOperation() {}

  static Operation of(LandingDataset dataset) {
    String name = dataset.name();
    String queue = LandingNames.queue(name);
    String function = LandingNames.function(name);
    return new Operation(
        List.of(
            new AwsResource(AwsResource.Type.FUNCTION, function),
            new AwsResource(AwsResource.Type.QUEUE, queue),
            new AwsResource(AwsResource.Type.QUEUE, LandingNames.deadLetters(name)),
            new AwsResource(AwsResource.Type.ROLE, LandingNames.role(name)),
            new AwsResource(AwsResource.Type.ROLE, function),
            new AwsResource(AwsResource.Type.ROLE, LandingNames.sweepRole(name)),
            new AwsResource(AwsResource.Type.SCHEDULE, queue)),
        Stream.of("-dead-letter", "-failing", "-oldest-message", "-refused", "-stale")
            .map(queue::concat)
            .toList(),
        Optional.of(queue),
        Optional.of(LandingNames.deadLetters(name)),
        Optional.of("{\"sweep\":{}}"),
        Optional.of(LandingNames.logGroup(name)),
        Map.of(Signal.DELIVERY_AGE, "age", Signal.FAILURES, "unfinished"));
  }
}
