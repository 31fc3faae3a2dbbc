package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Span;
import java.util.List;

/** What a step makes of one place in a file. */
sealed interface Outcome {

  /** What it is about. */
  Span span();

  /** What is written there instead. */
  List<Fix.Edit> edits();

  /**
   * Something that is known to mean the same.
   *
   * @param what what was found, and what it became
   */
  record Fixed(Span span, List<Fix.Edit> edits, String what) implements Outcome {

    public Fixed {
      edits = List.copyOf(edits);
    }

    static Fixed of(Span span, List<Fix.Edit> edits, String found, String became) {
      return new Fixed(span, edits, found + " -> " + became);
    }
  }

  /**
   * Something that only a person can decide.
   *
   * @param edits none, or those that leave a blank
   */
  record Question(Span span, List<Fix.Edit> edits, RuleId rule, String message, String help)
      implements Outcome {

    public Question {
      edits = List.copyOf(edits);
    }
  }
}
