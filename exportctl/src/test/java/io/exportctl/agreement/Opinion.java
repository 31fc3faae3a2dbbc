package io.exportctl.agreement;

import java.util.List;

/**
 * Verdict on a document.
 *
 * @param syntax the errors of its YAML syntax
 * @param schema the errors of its content; only checked if the syntax is valid
 * @param value the value as {@link CanonicalText}; meaningless if the syntax is invalid
 */
record Opinion(List<String> syntax, List<String> schema, String value) {

  Opinion {
    syntax = List.copyOf(syntax);
    schema = List.copyOf(schema);
  }
}
