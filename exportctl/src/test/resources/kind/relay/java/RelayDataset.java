package io.exportctl.kind.relay;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Platform;
import io.exportctl.text.JsonWriter;
import java.util.List;

/** A topic that events are relayed to. */
public record RelayDataset(String name, String topic) implements Dataset {

  @Override
  public DatasetKind kind() {
    return DatasetKind.RELAY;
  }

  @Override
  public List<Fact> facts(Platform platform) {
    return List.of(Fact.of("topic", topic));
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    json.field("topic", topic);
  }
}
