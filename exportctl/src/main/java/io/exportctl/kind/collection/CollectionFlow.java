package io.exportctl.kind.collection;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.Stop.Shape;
import java.util.ArrayList;
import java.util.List;

/** The way of a collection's records, as module {@code collection} and its program make it. */
final class CollectionFlow {

  private CollectionFlow() {}

  static List<Stop> of(CollectionDataset dataset, Platform platform) {
    Stop source =
        Stop.outside(
                Shape.BUCKET,
                "Source bucket",
                List.of(dataset.source().url()),
                List.of(),
                "the files of a date, at " + dataset.schedule())
            .with(List.of("every record is encrypted"));
    Stop job =
        Stop.onPlatform(
                Shape.PROGRAM,
                "Ingestion job",
                List.of(CollectionNames.application(dataset.name())),
                "a date is published whole, or not at all")
            .with(
                List.of(
                    "it can neither write nor delete in the source",
                    "records that it rejects stay encrypted"));
    Stop tables =
        Stop.onPlatform(Shape.DATABASE, "Tables", tables(dataset, platform), "are queried");
    Stop users =
        Stop.onPlatform(Shape.PEOPLE, "Users who query", everyone(dataset), "")
            .with(protections(dataset));
    return List.of(source, job, tables, users);
  }

  private static List<String> everyone(CollectionDataset dataset) {
    List<String> names = new ArrayList<>(dataset.users());
    names.addAll(dataset.redactedUsers());
    return names;
  }

  private static List<String> protections(CollectionDataset dataset) {
    List<String> protections = new ArrayList<>();
    protections.add("each may read with a role of their own");
    if (dataset.isRedacted()) {
      protections.add("only the redacted table: " + String.join(", ", dataset.redactedUsers()));
    }
    return protections;
  }

  private static List<String> tables(CollectionDataset dataset, Platform platform) {
    String table = dataset.table(platform);
    return dataset.isRedacted() ? List.of(table, CollectionNames.redacted(table)) : List.of(table);
  }
}
