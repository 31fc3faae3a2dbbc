package io.exportctl.source.cli;

import io.exportctl.source.fetch.AddressRange;
import io.exportctl.source.notify.Dataflow;
import java.util.List;
import java.util.Optional;

/** Settings of the tasks: fetches, loads and news. */
final class TaskSettings {

  private final Variables variables;

  TaskSettings(Variables variables) {
    this.variables = variables;
  }

  /** Number of tasks that run at once; 0 for a process that only serves. */
  int workers() {
    return variables.number("STORE_WORKERS", 1, 0, 16);
  }

  /** Ranges of addresses that count as public when files are fetched. */
  List<AddressRange> fetchAllow() {
    List<String> texts =
        variables.find("STORE_FETCH_ALLOW").map(it -> List.of(it.split(",", -1))).orElse(List.of());
    List<AddressRange> ranges =
        texts.stream().flatMap(it -> AddressRange.find(it.strip()).stream()).toList();
    if (ranges.size() < texts.size()) {
      variables.problem(
          "STORE_FETCH_ALLOW is not a list of ranges such as 10.1.0.0/16, with commas between");
    }
    return ranges;
  }

  /** Airflow that is told of loads; missing if none of its three variables is set. */
  Optional<Dataflow> dataflow() {
    List<String> names =
        List.of("STORE_DATAFLOW_URL", "STORE_DATAFLOW_HAWK_ID", "STORE_DATAFLOW_HAWK_KEY");
    if (names.stream().allMatch(it -> variables.find(it).isEmpty())) {
      return Optional.empty();
    }
    String url = variables.text(names.get(0)).strip().replaceFirst("/+$", "");
    if (!url.isEmpty() && ApiSettings.origin(url).isEmpty()) {
      variables.problem("STORE_DATAFLOW_URL is not like https://airflow.example.org");
    }
    return Optional.of(
        new Dataflow(url, variables.text(names.get(1)), variables.text(names.get(2))));
  }
}
