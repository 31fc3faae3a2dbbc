package io.exportctl.register;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/** A dataset with the file that describes it. */
public record Entry(DatasetFile file, Dataset dataset, Platform platform) {

  /** Returns the place of the dataset's name in the file. */
  Location location() {
    YamlNode name = file.name().orElseThrow();
    return file.document().location(name);
  }

  /** Bucket in which the other side finds the files; empty if there is no other side. */
  String bucket() {
    return dataset instanceof HandedOver handed ? handed.handoverBucket(platform) : "";
  }

  /** Names of the users' roles, sorted; empty if the dataset gives no access to users. */
  public List<String> users() {
    return dataset instanceof HasUsers shared ? shared.users() : List.of();
  }

  List<Fact> facts() {
    Stream<Fact> review =
        file.document().text("review_by").stream().map(date -> Fact.of("review by", date.text()));
    return Stream.concat(dataset.facts(platform).stream(), review).toList();
  }
}
