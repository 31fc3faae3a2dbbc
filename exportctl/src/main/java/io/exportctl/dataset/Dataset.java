package io.exportctl.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One export, read from a file that was found valid. */
public interface Dataset {

  DatasetKind kind();

  String name();

  default DatasetId id() {
    return new DatasetId(kind(), name());
  }

  /** Key facts shown by {@code list} and {@code show}, beside the name. */
  List<Fact> facts(Platform platform);

  /** Returns a sorted, unmodifiable copy. */
  static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }
}
