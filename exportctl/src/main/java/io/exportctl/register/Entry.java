package io.exportctl.register;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/** One dataset, and the file that says so. */
public record Entry(DatasetFile file, Dataset dataset, Platform platform) {

  /** Where the file gives the dataset its name. */
  Location location() {
    YamlNode name = file.name().orElseThrow();
    return file.document().location(name);
  }

  /** What the other side finds the files in. */
  String bucket() {
    return dataset.handoverBucket(platform);
  }

  List<Fact> facts() {
    Stream<Fact> review =
        file.document().text("review_by").stream().map(date -> Fact.of("review by", date.text()));
    return Stream.concat(dataset.facts(platform).stream(), review).toList();
  }
}
