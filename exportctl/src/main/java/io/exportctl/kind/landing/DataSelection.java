package io.exportctl.kind.landing;

import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Fields;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a database that is extracted, by patterns in the order of the file; {@code *} stands
 * for any characters.
 *
 * @param schemas names of the schemas that are read
 * @param includeTables patterns of {@code table} or {@code schema.table} that are read
 * @param excludeColumns patterns of {@code table.column} that never leave the database
 * @param hashColumns patterns of {@code table.column} that leave it as hashes
 */
public record DataSelection(
    List<String> schemas,
    List<String> includeTables,
    List<String> excludeTables,
    List<String> excludeColumns,
    List<String> hashColumns) {

  public DataSelection {
    schemas = List.copyOf(schemas);
    includeTables = List.copyOf(includeTables);
    excludeTables = List.copyOf(excludeTables);
    excludeColumns = List.copyOf(excludeColumns);
    hashColumns = List.copyOf(hashColumns);
  }

  static DataSelection from(Fields fields) {
    return new DataSelection(
        orElse(fields.texts("schemas"), "public"),
        orElse(fields.texts("include_tables"), "*"),
        fields.texts("exclude_tables"),
        fields.texts("exclude_columns"),
        fields.texts("hash_columns"));
  }

  private static List<String> orElse(List<String> texts, String missing) {
    return texts.isEmpty() ? List.of(missing) : texts;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.list("schemas", schemas));
    facts.add(Fact.list("tables", includeTables));
    add(facts, "without tables", excludeTables);
    add(facts, "without columns", excludeColumns);
    add(facts, "hashed columns", hashColumns);
    return facts;
  }

  private static void add(List<Fact> facts, String label, List<String> patterns) {
    if (!patterns.isEmpty()) {
      facts.add(Fact.list(label, patterns));
    }
  }

  void write(JsonWriter json) {
    json.texts("schemas", schemas)
        .texts("includeTables", includeTables)
        .texts("excludeTables", excludeTables)
        .texts("excludeColumns", excludeColumns)
        .texts("hashColumns", hashColumns);
  }
}
