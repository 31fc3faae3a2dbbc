package io.exportctl.collection.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tree of the columns' paths, walked along with a record's objects. */
final class ColumnPaths {

  /** No paths. */
  static final ColumnPaths NONE = new ColumnPaths();

  private final Map<String, ColumnPaths> members = new HashMap<>();
  private final List<Integer> columns = new ArrayList<>();

  private ColumnPaths() {}

  static ColumnPaths of(List<Column> columns) {
    ColumnPaths root = new ColumnPaths();
    for (int index = 0; index < columns.size(); index++) {
      ColumnPaths node = root;
      for (String name : columns.get(index).path().split("\\.", -1)) {
        node = node.members.computeIfAbsent(name, it -> new ColumnPaths());
      }
      node.columns.add(index);
    }
    return root;
  }

  /** Returns the paths below a name that comes out. */
  ColumnPaths below(String name) {
    return members.isEmpty() ? NONE : members.getOrDefault(name, NONE);
  }

  /** Indexes of the columns whose path ends here. */
  List<Integer> columns() {
    return columns;
  }
}
