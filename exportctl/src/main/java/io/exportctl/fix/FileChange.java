package io.exportctl.fix;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Optional;

/** A change that is made in some files or in none. */
public interface FileChange {

  /** One edit in a file; without the edit it cannot be made. */
  record Step(YamlNode place, String what, Optional<Fix.Edit> edit) {}

  /** Returns the next edit, or empty if nothing is left to do. */
  Optional<Step> next(YamlDocument document);

  /** Returns a clause about datasets that need no change. */
  String whenDone();

  /** Returns the subject of the sentence about a file that cannot be edited. */
  String subjectOfEdits();

  /** Returns the reason that forbids the change in a dataset, if any. */
  default Optional<String> objection(YamlDocument document) {
    return Optional.empty();
  }

  /** Returns the name that the file gets, with its extension; empty if it keeps its own. */
  default Optional<String> fileName() {
    return Optional.empty();
  }
}
