package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Span;
import java.util.List;

/** Result of a migration step for one place in a file. */
sealed interface Outcome {

  /** Returns the place. */
  Span span();

  /** Returns the edits that change the file there. */
  List<Fix.Edit> edits();

  /**
   * A change that keeps the meaning.
   *
   * @param what the old and the new text, for people
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
   * A question that only a person can answer.
   *
   * @param edits the edits that put a placeholder there, or an empty list
   */
  record Question(Span span, List<Fix.Edit> edits, RuleId rule, String message, String help)
      implements Outcome {

    public Question {
      edits = List.copyOf(edits);
    }
  }
}
