package io.exportctl.agreement;

import java.util.List;

/**
 * What somebody says of a document.
 *
 * @param syntax what is wrong with it as YAML
 * @param schema what is wrong with what it holds; looked for only where it is YAML
 * @param value what was read, as {@link CanonicalText}; of no meaning where it is no YAML
 */
record Opinion(List<String> syntax, List<String> schema, String value) {

  Opinion {
    syntax = List.copyOf(syntax);
    schema = List.copyOf(schema);
  }
}
