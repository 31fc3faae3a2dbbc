package io.exportctl.lambda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Metrics of one batch as a line of CloudWatch's embedded metric format. */
final class BatchMetrics {

  static final String NAMESPACE = "exportctl";

  private static final String DIMENSION = "dataset";
  private static final Set<Action> MOVED = Set.of(Action.MOVED, Action.COPIED);
  private static final Set<Action> FAILED =
      Set.of(Action.FAILED, Action.UNFINISHED, Action.CORRUPTED, Action.HOPELESS);

  private static final Map<String, String> UNITS =
      Map.of("bytes", "Bytes", "oldest_age", "Seconds");

  private BatchMetrics() {}

  /**
   * Renders the line. {@code repaired} and {@code moved} do not overlap; {@code failed} includes
   * {@code corrupted}. Only the last step of a sweep reports its findings.
   */
  static String line(Settings settings, Instant now, List<Report> all) {
    List<KeyReport> reports = only(KeyReport.class, all);
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("moved", count(reports, MOVED));
    values.put("bytes", reports.stream().mapToLong(KeyReport::bytes).sum());
    values.put("repaired", count(reports, Set.of(Action.REPAIRED)));
    values.put(
        "conflicts", reports.stream().mapToLong(report -> report.effort().conflicts()).sum());
    values.put("failed", count(reports, FAILED));
    values.put("corrupted", count(reports, Set.of(Action.CORRUPTED)));
    for (SweepReport sweep : only(SweepReport.class, all)) {
      if (sweep.findings().complete()) {
        values.put("waiting", sweep.findings().waiting());
        values.put("oldest_age", sweep.findings().oldestAge());
      }
    }

    List<Map<String, String>> metrics = new ArrayList<>();
    values.keySet().forEach(name -> metrics.add(metric(name)));

    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", NAMESPACE);
    directive.put("Dimensions", List.of(List.of(DIMENSION)));
    directive.put("Metrics", metrics);
    Map<String, Object> aws = new LinkedHashMap<>();
    aws.put("Timestamp", now.toEpochMilli());
    aws.put("CloudWatchMetrics", List.of(directive));

    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", aws);
    line.put(DIMENSION, settings.dataset());
    line.putAll(values);
    return Json.write(line);
  }

  private static <R extends Report> List<R> only(Class<R> kind, List<Report> reports) {
    return reports.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static long count(List<KeyReport> reports, Set<Action> actions) {
    return reports.stream().filter(report -> actions.contains(report.outcome().action())).count();
  }

  private static Map<String, String> metric(String name) {
    return new TreeMap<>(Map.of("Name", name, "Unit", UNITS.getOrDefault(name, "Count")));
  }
}
