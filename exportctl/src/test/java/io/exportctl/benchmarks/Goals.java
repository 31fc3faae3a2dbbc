package io.exportctl.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Goals of a benchmark with the measured values. */
final class Goals {

  private record Goal(String what, double atMost, double seen) {

    boolean isMet() {
      return seen <= atMost;
    }
  }

  private final List<Goal> goals = new ArrayList<>();

  void add(String what, double atMost, double seen) {
    goals.add(new Goal(what, atMost, seen));
  }

  boolean areMet() {
    return goals.stream().allMatch(Goal::isMet);
  }

  /** Returns a table in Markdown; empty without goals. */
  String table() {
    if (goals.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("\n| goal | at most | seen | |\n|---|--:|--:|---|\n");
    for (Goal goal : goals) {
      table.append(
          "| "
              + goal.what()
              + Table.format(" | %.2f", goal.atMost())
              + Table.format(" | %.2f | ", goal.seen())
              + (goal.isMet() ? "met |\n" : "**missed** |\n"));
    }
    return table.toString();
  }
}
