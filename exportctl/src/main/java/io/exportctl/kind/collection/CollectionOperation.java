package io.exportctl.kind.collection;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources of a collection dataset in AWS, as module {@code collection} names them. */
final class CollectionOperation {

  private CollectionOperation() {}

  static Operation of(CollectionDataset dataset, Platform platform) {
    String name = dataset.name();
    String warehouse = CollectionPlatform.of(platform).warehouseBucket();
    return new Operation(
        List.of(
            new AwsResource(AwsResource.Type.OBJECT, warehouse + "/jobs/" + name + ".json"),
            new AwsResource(AwsResource.Type.QUEUE, CollectionNames.deadLetters(name)),
            new AwsResource(AwsResource.Type.ROLE, CollectionNames.application(name)),
            new AwsResource(AwsResource.Type.ROLE, CollectionNames.jobRole(name)),
            new AwsResource(AwsResource.Type.SCHEDULE, CollectionNames.application(name)),
            new AwsResource(AwsResource.Type.SCHEDULE, CollectionNames.maintenance(name))),
        List.of(CollectionNames.deadLetters(name), CollectionNames.silentAlarm(name)),
        Optional.empty(),
        Optional.of(CollectionNames.deadLetters(name)),
        Optional.empty(),
        Optional.of(CollectionNames.logGroup(name)),
        Map.of(Signal.DELIVERIES, "completed", Signal.FAILURES, "failed"));
  }
}
