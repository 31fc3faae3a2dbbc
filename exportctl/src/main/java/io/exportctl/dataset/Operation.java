package io.exportctl.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources of a dataset in AWS, by the names that its Terraform module gives them.
 *
 * @param resources all that make the dataset deployed, in the order in which missing ones are named
 * @param alarms names of its alarms
 * @param queue queue of the messages that its program works on
 * @param deadLetters queue of the messages that nobody tries again
 * @param sweep body of the message that has the program look for what was left behind; {@code
 *     {minutes}} in it stands for the age of files in minutes
 * @param logGroup log of its program
 * @param metrics names of its metrics in the namespace {@code exportctl}
 */
public record Operation(
    List<AwsResource> resources,
    List<String> alarms,
    Optional<String> queue,
    Optional<String> deadLetters,
    Optional<String> sweep,
    Optional<String> logGroup,
    Map<Signal, String> metrics) {

  public Operation {
    resources = List.copyOf(resources);
    alarms = List.copyOf(alarms);
    metrics = Map.copyOf(metrics);
  }

  /** Returns the name of the function; empty if there is none. */
  public Optional<String> function() {
    return names(AwsResource.Type.FUNCTION).stream().findFirst();
  }

  /** Returns the names of the resources of one type. */
  public List<String> names(AwsResource.Type type) {
    return resources.stream()
        .filter(resource -> resource.type() == type)
        .map(AwsResource::name)
        .toList();
  }
}
