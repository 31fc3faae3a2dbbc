package io.exportctl.landing.extractor.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds patterns that match nothing: a misspelt name of a column that must not leave the database
 * would let it leave.
 */
record UnmatchedPatterns(Selection selection, Map<Long, List<Attribute>> attributes) {

  List<String> messages() {
    List<String> messages = new ArrayList<>();
    Set<String> schemas = all().stream().map(Attribute::schema).collect(Collectors.toSet());
    for (String schema : selection.schemas()) {
      if (!schemas.contains(schema)) {
        messages.add("there is no table in a schema \"%s\"; see EXTRACT_SCHEMAS".formatted(schema));
      }
    }
    tables(messages, "EXTRACT_INCLUDE_TABLES", selection.includeTables());
    tables(messages, "EXTRACT_EXCLUDE_TABLES", selection.excludeTables());
    columns(messages, "EXTRACT_EXCLUDE_COLUMNS", selection.excludeColumns());
    columns(messages, "EXTRACT_HASH_COLUMNS", selection.hashColumns());
    return messages;
  }

  private void tables(List<String> messages, String setting, List<String> patterns) {
    for (String pattern : patterns) {
      if (all().stream()
          .noneMatch(it -> Selection.find(List.of(pattern), it.schema(), it.table()).isPresent())) {
        messages.add("no table matches \"%s\"; see %s".formatted(pattern, setting));
      }
    }
  }

  private void columns(List<String> messages, String setting, List<String> patterns) {
    for (String pattern : patterns) {
      if (all().stream()
          .noneMatch(
              it ->
                  Selection.find(List.of(pattern), it.schema(), it.table(), it.name())
                      .isPresent())) {
        messages.add("no column matches \"%s\"; see %s".formatted(pattern, setting));
      }
    }
  }

  private List<Attribute> all() {
    return attributes.values().stream().flatMap(Collection::stream).toList();
  }
}
