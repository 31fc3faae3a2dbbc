package io.exportctl.operate;

import io.exportctl.aws.Alarms.Alarm;
import io.exportctl.aws.Answer;
import io.exportctl.aws.Aws;
import io.exportctl.aws.Functions;
import io.exportctl.aws.Metrics.Values;
import io.exportctl.aws.Queues.Counts;
import io.exportctl.aws.Roles.Role;
import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Signal;
import io.exportctl.register.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the status of one dataset. */
final class StatusReader {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int REASONS = 3;

  private final Aws aws;
  private final Overview overview;
  private final ReleasePrograms programs;
  private final NavigableSet<String> lacking;
  private final Instant now;

  StatusReader(
      Aws aws,
      Overview overview,
      ReleasePrograms programs,
      NavigableSet<String> lacking,
      Instant now) {
    this.aws = aws;
    this.overview = overview;
    this.programs = programs;
    this.lacking = lacking;
    this.now = now;
  }

  DatasetStatus read(Entry entry, Operated dataset) {
    Operation operation = dataset.operation(entry.platform());
    DatasetState state = entry.details().state();
    Deployment deployment = new Deployment(aws, overview.roles(), lacking, state.isClosed());
    deployment.look(operation);
    Cell<Counts> queue = deployment.counts(operation.queue());
    Cell<Long> letters = deployment.counts(operation.deadLetters()).map(Counts::waiting);
    Cell<Long> failing =
        values(dataset, operation, Signal.FAILURES).map(Values::highest).map(Double::longValue);
    boolean isDeployed = deployment.extent() != DatasetStatus.Deployed.NO;
    List<DatasetStatus.Failure> failures =
        Cell.isPositive(failing) ? reasons(operation) : List.of();
    Cell<List<DatasetStatus.AlarmState>> alarms = isDeployed ? alarms(operation) : Cell.none();
    Cell<List<String>> absent = absentUsers(entry);

    Faults faults = new Faults(state);
    faults.deployment(deployment);
    faults.failing(failing, failures);
    faults.deadLetters(letters, dataset);
    faults.alarms(alarms, operation.alarms());
    faults.absentUsers(absent);
    return new DatasetStatus(
        dataset.id(),
        deployment.extent(),
        deployment.missing(),
        queue.map(Counts::waiting),
        queue.map(Counts::inFlight),
        failing,
        letters,
        oldest(dataset, operation),
        lastDelivery(dataset, operation),
        alarms,
        programs.compare(dataset.kind(), deployment.function().map(Functions.Deployed::sha256)),
        absent,
        failures,
        faults.all());
  }

  private Cell<Values> values(Operated dataset, Operation operation, Signal signal) {
    return overview.values(dataset, operation, signal);
  }

  private Cell<Duration> oldest(Operated dataset, Operation operation) {
    Cell<Values> ages = values(dataset, operation, Signal.OLDEST_AGE);
    return new Cell<>(
        ages.value()
            .filter(values -> values.latest() > 0)
            .map(values -> Duration.ofSeconds((long) values.latest())),
        ages.isUnknown());
  }

  private Cell<Instant> lastDelivery(Operated dataset, Operation operation) {
    Cell<Values> ages = values(dataset, operation, Signal.DELIVERY_AGE);
    if (operation.metrics().containsKey(Signal.DELIVERY_AGE)) {
      return ages.map(values -> now.minusSeconds((long) values.latest()));
    }
    Cell<Values> deliveries = values(dataset, operation, Signal.DELIVERIES);
    return new Cell<>(deliveries.value().flatMap(Values::newest), deliveries.isUnknown());
  }

  private List<DatasetStatus.Failure> reasons(Operation operation) {
    if (operation.logGroup().isEmpty()) {
      return List.of();
    }
    Answer<List<String>> lines = aws.logs().reasons(operation.logGroup().get(), now.minus(HOUR));
    lines.lacking().ifPresent(lacking::add);
    return LogReasons.counted(lines.value().orElse(List.of()), REASONS);
  }

  private Cell<List<DatasetStatus.AlarmState>> alarms(Operation operation) {
    if (operation.alarms().isEmpty()) {
      return Cell.none();
    }
    return Cell.from(overview.alarms().map(all -> Optional.of(states(operation, all))));
  }

  private static List<DatasetStatus.AlarmState> states(
      Operation operation, Map<String, Alarm> all) {
    List<DatasetStatus.AlarmState> states = new ArrayList<>();
    for (String name : operation.alarms()) {
      Alarm alarm = all.get(name);
      if (alarm != null) {
        states.add(new DatasetStatus.AlarmState(name, alarm.state().name(), alarm.reason()));
      }
    }
    return states;
  }

  private Cell<List<String>> absentUsers(Entry entry) {
    return Cell.from(
        overview
            .roles()
            .map(roles -> roles.stream().map(Role::name).collect(Collectors.toSet()))
            .map(
                names ->
                    Optional.of(
                        entry.users().stream().filter(user -> !names.contains(user)).toList())));
  }
}
