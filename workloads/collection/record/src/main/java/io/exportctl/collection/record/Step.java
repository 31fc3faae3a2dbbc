package io.exportctl.collection.record;

import java.util.Map;

/** A change of records beyond the standard rules, chosen by its name in the YAML. It is pure. */
public sealed interface Step permits Step.Shape, Step.Text {

  /** Changes a record before the rules. */
  non-sealed interface Shape extends Step {

    /**
     * Returns the record that the rules continue with; it may be the given one, changed.
     *
     * @param record of values as {@link io.exportctl.collection.json.JsonTree} makes them
     * @param lastModified the envelope's {@code _lastModifiedDateTime} as text, or an empty text
     * @throws RejectedException if the record lacks what the step needs
     */
    Map<String, Object> apply(Map<String, Object> record, String lastModified)
        throws RejectedException;
  }

  /** Changes each name and string of a record after the rules, and before it is sanitised. */
  non-sealed interface Text extends Step {

    /** Returns the text that is written instead. */
    String apply(String text);
  }
}
