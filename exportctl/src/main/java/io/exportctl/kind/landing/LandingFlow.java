package io.exportctl.kind.landing;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.RoleArn;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.Stop.Shape;
import java.util.ArrayList;
import java.util.List;

/** The way of a service's data, as module {@code landing} and its two programs make it. */
final class LandingFlow {

  private LandingFlow() {}

  static List<Stop> of(LandingDataset dataset, Platform platform) {
    String name = dataset.name();
    List<String> accounts = List.copyOf(RoleArn.byAccount(dataset.putArns()).keySet());
    Stop database =
        Stop.outside(
                Shape.DATABASE,
                "Service's database",
                List.of("namespace " + dataset.job().namespace()),
                accounts,
                "one snapshot of the chosen tables, at " + dataset.job().schedule() + " UTC")
            .with(columns(dataset.selection()));
    Stop extractor =
        Stop.outside(
                Shape.PROGRAM,
                "Extractor",
                List.of(dataset.job().name()),
                accounts,
                dataset.job().isSuspended()
                    ? "suspended: nothing is sent"
                    : "the files, then a manifest of them")
            .with(List.of("its role may add files, and cannot read, change or delete them"));
    Stop bucket =
        Stop.onPlatform(
                Shape.BUCKET,
                "Landing bucket",
                List.of(dataset.target(platform)),
                "each manifest starts the loader")
            .with(
                List.of("encrypted, TLS 1.2 or later, never public", "only the loader reads here"));
    Stop loader =
        Stop.onPlatform(
                Shape.PROGRAM,
                "Loader",
                List.of(LandingNames.function(name)),
                "published whole, or refused with reasons")
            .with(List.of("checks every line, and changes no file here"));
    Stop tables =
        Stop.onPlatform(
                Shape.DATABASE, "Tables", List.of(name, LandingNames.history(name)), "are queried")
            .with(List.of("former extractions are kept for " + dataset.historyDays() + " days"));
    Stop users =
        Stop.onPlatform(Shape.PEOPLE, "Users who query", dataset.users(), "")
            .with(List.of("each may read these tables with a role of their own"));
    return List.of(database, extractor, bucket, loader, tables, users);
  }

  private static List<String> columns(DataSelection selection) {
    List<String> measures = new ArrayList<>();
    add(measures, "columns that never leave it: ", selection.excludeColumns());
    add(measures, "columns that leave it as hashes: ", selection.hashColumns());
    return measures;
  }

  private static void add(List<String> measures, String clause, List<String> patterns) {
    if (!patterns.isEmpty()) {
      measures.add(clause + String.join(", ", patterns));
    }
  }
}
