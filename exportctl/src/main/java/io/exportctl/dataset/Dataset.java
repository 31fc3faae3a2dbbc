package io.exportctl.dataset;

import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A dataset, read from a valid file. */
public interface Dataset {

  DatasetKind kind();

  String name();

  default DatasetId id() {
    return new DatasetId(kind(), name());
  }

  /** Returns the key facts that {@code show} prints below the name. */
  List<Fact> facts(Platform platform);

  /**
   * Writes the values that {@code list} and {@code show} print as JSON beside those of all kinds:
   * the keys of the file in camelCase, then the names of what is deployed.
   */
  void write(JsonWriter json, Platform platform);

  /**
   * Returns the dataset's meaning for people and data, in the words of its kind. Every value of the
   * record has a part in it, so that a review tells of every change.
   */
  default Meaning meaning(Platform platform) {
    return Meaning.ofFacts(this, platform);
  }

  /** Returns a sorted, unmodifiable copy. */
  static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }
}
