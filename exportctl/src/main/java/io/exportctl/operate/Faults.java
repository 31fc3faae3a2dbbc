package io.exportctl.operate;

import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetState;
import io.exportctl.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words about what is wrong with a dataset in AWS. */
final class Faults {

  private final DatasetState state;
  private final List<String> faults = new ArrayList<>();

  Faults(DatasetState state) {
    this.state = state;
  }

  void deployment(Deployment deployment) {
    switch (deployment.extent()) {
      case NO -> faults.add("it is not deployed; render, then run terraform apply");
      case PARTLY ->
          faults.add(
              deployment.missing().stream()
                  .map(AwsResource::toString)
                  .collect(Collectors.joining(", ", "missing: ", "; run terraform apply")));
      case YES, UNKNOWN -> {}
    }
    deployment
        .function()
        .value()
        .flatMap(function -> function.fault())
        .ifPresent(fault -> faults.add("its function cannot run: " + fault));
    for (AwsResource resource : deployment.surplus()) {
      faults.add(resource + " is there, and the dataset is " + state + "; run terraform apply");
    }
    String drift = state.isClosed() ? " is on, and the dataset is " + state : " is switched off";
    for (String schedule : deployment.switched()) {
      faults.add("schedule " + schedule + drift + "; run terraform apply");
    }
  }

  void failing(Cell<Long> failing, List<DatasetStatus.Failure> failures) {
    if (Cell.isPositive(failing)) {
      faults.add(Quantity.of(failing.value().orElseThrow(), "failure") + " in an hour");
    }
    for (DatasetStatus.Failure failure : failures) {
      faults.add(Quantity.of(failure.times(), "time") + ": " + failure.reason());
    }
  }

  void deadLetters(Cell<Long> letters, Dataset dataset) {
    if (Cell.isPositive(letters)) {
      faults.add(
          Quantity.of(letters.value().orElseThrow(), "dead letter")
              + "; see exportctl stuck "
              + dataset.id());
    }
  }

  void alarms(Cell<List<DatasetStatus.AlarmState>> alarms, List<String> expected) {
    List<DatasetStatus.AlarmState> found = alarms.value().orElse(List.of());
    for (DatasetStatus.AlarmState alarm : found) {
      // Old data of a closed dataset are what was asked for.
      if (alarm.state().equals("ALARM") && !state.isClosed()) {
        faults.add("alarm " + alarm.name() + ": " + alarm.reason());
      }
    }
    List<String> names = found.stream().map(DatasetStatus.AlarmState::name).toList();
    if (alarms.value().isPresent()) {
      expected.stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> faults.add("missing: alarm " + name + "; run terraform apply"));
    }
  }

  void absentUsers(Cell<List<String>> absent) {
    absent
        .value()
        .filter(users -> !users.isEmpty())
        .ifPresent(users -> faults.add("no role, so no access, for: " + String.join(", ", users)));
  }

  List<String> all() {
    return faults;
  }
}
