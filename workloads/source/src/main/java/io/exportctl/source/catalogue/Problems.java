package io.exportctl.source.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Faults of a file, each with its line. */
final class Problems {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  /** A fault on a line, or of the whole file on line 0. */
  private record Problem(int line, String text) {}

  Problems(String file) {
    this.file = file;
  }

  void add(Node node, String text) {
    problems.add(new Problem(node.getStartMark().getLine() + 1, text));
  }

  void add(String text) {
    problems.add(new Problem(0, text));
  }

  /** Returns the faults in the order of their lines. */
  List<String> texts() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(it -> file + (it.line() > 0 ? ":" + it.line() : "") + ": " + it.text())
        .toList();
  }
}
