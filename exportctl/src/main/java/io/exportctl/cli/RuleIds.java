package io.exportctl.cli;

import io.exportctl.diagnostic.RuleId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The ids of all rules, for whoever types one. */
final class RuleIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return list().iterator();
  }

  static List<String> list() {
    return Arrays.stream(RuleId.values()).map(RuleId::id).toList();
  }
}
