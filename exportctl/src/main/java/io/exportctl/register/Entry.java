package io.exportctl.register;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Grant;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset with the file that describes it.
 *
 * @param isOverdue true if the day of its review has passed
 */
public record Entry(DatasetFile file, Dataset dataset, Platform platform, boolean isOverdue) {

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
    return dataset instanceof HasUsers shared
        ? shared.grants(platform).stream().map(Grant::user).distinct().sorted().toList()
        : List.of();
  }

  /** Returns the day of the review; empty if the file names none. */
  public Optional<String> reviewBy() {
    return file.document().text("review_by").map(YamlNode.Scalar::text);
  }

  /** Returns the day of the review, for people. */
  Optional<String> review() {
    return reviewBy().map(date -> isOverdue ? date + " (overdue)" : date);
  }

  /** Returns the dataset's state, and its words for people. */
  public Details details() {
    return Details.of(file.document());
  }

  /** Returns the numbers of the accounts that data comes from or goes to, sorted. */
  public List<String> accounts() {
    return dataset instanceof HasFlow way
        ? Stream.concat(way.origins(platform).stream(), way.destinations(platform).stream())
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(details().facts());
    facts.addAll(dataset.facts(platform));
    review().ifPresent(date -> facts.add(Fact.of("review by", date)));
    return facts;
  }
}
