package io.exportctl.source.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Faults of a file, each with its line. */
final class Problems {

  private final String file;
  private final List<String> texts = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Node node, String text) {
    texts.add(file + ":" + (node.getStartMark().getLine() + 1) + ": " + text);
  }

  void add(String text) {
    texts.add(file + ": " + text);
  }

  List<String> texts() {
    return List.copyOf(texts);
  }
}
