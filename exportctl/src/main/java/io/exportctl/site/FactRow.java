package io.exportctl.site;

import io.exportctl.dataset.Fact;
import java.util.List;
import java.util.Map;

/** A fact about a dataset, whose values may lead somewhere. */
public record FactRow(String label, List<Link> values) {

  /**
   * Links the values of a fact.
   *
   * @param people pages of the dataset's users by their names
   */
  static FactRow of(Fact fact, Map<String, Subject> people) {
    return new FactRow(
        fact.label(), fact.values().stream().map(value -> link(value, people)).toList());
  }

  private static Link link(String value, Map<String, Subject> people) {
    Subject person = people.get(value);
    return person == null ? Link.outside(value) : Link.page(value, person.page());
  }
}
