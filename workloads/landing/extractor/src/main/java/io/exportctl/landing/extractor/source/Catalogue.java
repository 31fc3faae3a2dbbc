package io.exportctl.landing.extractor.source;

import io.exportctl.landing.format.ExcludedTable;
import java.util.List;

/**
 * The tables of a database that are read, and those that are not.
 *
 * @param problems each a sentence; while there are any, nothing is read
 */
public record Catalogue(
    List<SourceTable> tables, List<ExcludedTable> excluded, List<String> problems) {

  public Catalogue {
    tables = List.copyOf(tables);
    excluded = List.copyOf(excluded);
    problems = List.copyOf(problems);
  }

  /** Compares what a change of the database's structure would change; sizes do not count. */
  public boolean hasTheStructureOf(Catalogue other) {
    return structure(this).equals(structure(other));
  }

  private static List<String> structure(Catalogue catalogue) {
    return catalogue.tables().stream()
        .map(
            it ->
                it.title()
                    + it.kind()
                    + it.columns().stream().map(SourceColumn::column).toList()
                    + it.leaves().stream().map(SourceTable.Leaf::quoted).toList())
        .toList();
  }
}
