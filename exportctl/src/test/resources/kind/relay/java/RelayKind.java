package io.exportctl.kind.relay;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kind;
import io.exportctl.kind.PlatformSection;
import java.util.List;
import java.util.Optional;

/** A kind that exists in a test only: no users, no bucket, no other side. */
public final class RelayKind implements Kind {

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply deletes its topic";
  }

  @Override
  public DatasetKind id() {
    return DatasetKind.RELAY;
  }

  @Override
  public Dataset read(Fields valid) {
    return new RelayDataset(valid.text("name"), valid.text("topic"));
  }

  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(new AwsName("topic", "relay_" + name, 256));
  }

  @Override
  public Optional<PlatformSection> platformSection() {
    return Optional.of(fields -> new RelayPlatform(fields.text("topic_prefix")));
  }
}
