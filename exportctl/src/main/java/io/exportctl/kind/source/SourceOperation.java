package io.exportctl.kind.source;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources of a source in AWS, as module {@code source} names them. */
final class SourceOperation {

  private SourceOperation() {}

  static Operation of(SourceDataset dataset, Platform platform) {
    String name = dataset.name();
    String config = SourcePlatform.of(platform).bucket() + "/" + SourceNames.config(name);
    return new Operation(
        List.of(new AwsResource(AwsResource.Type.OBJECT, config, true)),
        dataset.staleAfterHours().map(hours -> SourceNames.staleAlarm(name)).stream().toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(Signal.DELIVERY_AGE, "seconds_since_good_load"));
  }
}
