package io.exportctl.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset as lists show it.
 *
 * @param state the stage in its life; empty for an active dataset
 * @param page path of its page from the root of the site
 * @param people those who may use it
 * @param origins accounts that its data comes from
 * @param destinations accounts that its data goes to
 * @param hosts hosts of its paperwork
 * @param deployed number of resources in the given states; empty if no state was given
 */
public record Item(
    String kind,
    String name,
    Optional<String> state,
    String page,
    String source,
    List<Subject> people,
    List<Subject> origins,
    List<Subject> destinations,
    List<Link> paperwork,
    List<Subject> hosts,
    Optional<Review> review,
    Optional<Integer> deployed) {

  public Item {
    people = List.copyOf(people);
    origins = List.copyOf(origins);
    destinations = List.copyOf(destinations);
    paperwork = List.copyOf(paperwork);
    hosts = List.copyOf(hosts);
  }

  /** Returns all accounts of the other side. */
  public List<Subject> accounts() {
    return Stream.concat(origins.stream(), destinations.stream()).distinct().toList();
  }

  /** Returns the numbers of the accounts, for the filter. */
  public String accountNumbers() {
    return numbers(accounts());
  }

  /** Returns the numbers of the people, for the filter. */
  public String peopleNumbers() {
    return numbers(people);
  }

  /** Returns the numbers of the hosts, for the filter. */
  public String hostNumbers() {
    return numbers(hosts);
  }

  private static String numbers(List<Subject> subjects) {
    return subjects.stream()
        .map(subject -> String.valueOf(subject.number()))
        .collect(Collectors.joining(" "));
  }
}
