package io.exportctl.operate;

import io.exportctl.aws.Answer;
import io.exportctl.aws.Aws;
import io.exportctl.aws.Functions;
import io.exportctl.aws.Queues.Counts;
import io.exportctl.aws.Roles.Role;
import io.exportctl.dataset.AwsResource;
import io.exportctl.dataset.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/** Looks at each resource of a dataset once. */
final class Deployment {

  private final Aws aws;
  private final Answer<Set<Role>> roles;
  private final NavigableSet<String> lacking;
  private final boolean isClosed;

  private final Map<String, Cell<Counts>> queues = new HashMap<>();
  private final List<AwsResource> missing = new ArrayList<>();
  private final List<AwsResource> surplus = new ArrayList<>();
  private final List<String> switched = new ArrayList<>();
  private Cell<Functions.Deployed> function = Cell.none();
  private int found;

  /**
   * Creates a look at a dataset.
   *
   * @param lacking collects the permissions that the caller lacks; safe for threads
   * @param isClosed true if the dataset is suspended or retired
   */
  Deployment(Aws aws, Answer<Set<Role>> roles, NavigableSet<String> lacking, boolean isClosed) {
    this.aws = aws;
    this.roles = roles;
    this.lacking = lacking;
    this.isClosed = isClosed;
  }

  void look(Operation operation) {
    operation.resources().forEach(this::look);
  }

  private void look(AwsResource resource) {
    Answer<Boolean> exists =
        switch (resource.type()) {
          case FUNCTION -> function(resource.name());
          case QUEUE -> queue(resource.name());
          case ROLE -> roles.map(all -> all.contains(new Role("/service-role/", resource.name())));
          case SCHEDULE -> schedule(resource.name());
          case BUCKET -> aws.buckets().region(resource.name()).map(Optional::isPresent);
          case OBJECT -> object(resource.name());
        };
    exists.lacking().ifPresent(lacking::add);
    exists.value().ifPresent(isThere -> compare(resource, isThere));
  }

  private void compare(AwsResource resource, boolean isThere) {
    boolean isWanted = !(isClosed && resource.isOnlyWhileOpen());
    if (isThere == isWanted) {
      found++;
    } else {
      (isThere ? surplus : missing).add(resource);
    }
  }

  private Answer<Boolean> function(String name) {
    Answer<Optional<Functions.Deployed>> answer = aws.functions().find(name);
    function = Cell.from(answer);
    return answer.map(Optional::isPresent);
  }

  private Answer<Boolean> queue(String name) {
    Answer<Optional<Counts>> answer = aws.queues().counts(name);
    queues.put(name, Cell.from(answer));
    return answer.map(Optional::isPresent);
  }

  private Answer<Boolean> schedule(String name) {
    Answer<Optional<Boolean>> answer = aws.schedules().isOn(name);
    if (answer.value().equals(Optional.of(Optional.of(isClosed)))) {
      switched.add(name);
    }
    return answer.map(Optional::isPresent);
  }

  private Answer<Boolean> object(String name) {
    int slash = name.indexOf('/');
    return aws.buckets().has(name.substring(0, slash), name.substring(slash + 1));
  }

  Cell<Counts> counts(Optional<String> queue) {
    return queue.map(name -> queues.getOrDefault(name, Cell.none())).orElseGet(Cell::none);
  }

  Cell<Functions.Deployed> function() {
    return function;
  }

  List<AwsResource> missing() {
    return missing;
  }

  /** Returns the resources that a closed dataset does not have. */
  List<AwsResource> surplus() {
    return surplus;
  }

  /** Returns the schedules that are off, or on while the dataset is closed. */
  List<String> switched() {
    return switched;
  }

  DatasetStatus.Deployed extent() {
    if (found == 0) {
      return missing.isEmpty() ? DatasetStatus.Deployed.UNKNOWN : DatasetStatus.Deployed.NO;
    }
    return missing.isEmpty() ? DatasetStatus.Deployed.YES : DatasetStatus.Deployed.PARTLY;
  }
}
