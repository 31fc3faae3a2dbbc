package io.exportctl.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The people, the accounts or the hosts of a register, by their ids. */
final class Subjects {

  private final Map<String, Subject> byId = new TreeMap<>();

  private Subjects() {}

  /**
   * Numbers subjects in the order of their ids.
   *
   * @param folder folder of their pages; empty if they have none
   * @param name returns the name of an id for a person
   */
  static Subjects of(Collection<String> ids, String folder, UnaryOperator<String> name) {
    Subjects subjects = new Subjects();
    for (String id : new TreeSet<>(ids)) {
      String page = folder.isEmpty() ? "" : PageName.of(folder, id);
      subjects.byId.put(id, new Subject(subjects.byId.size(), name.apply(id), page));
    }
    return subjects;
  }

  List<Subject> of(Collection<String> ids) {
    return ids.stream().map(byId::get).distinct().toList();
  }

  List<Subject> all() {
    return new ArrayList<>(byId.values());
  }

  /** Returns the ids, sorted. */
  List<String> ids() {
    return new ArrayList<>(byId.keySet());
  }
}
