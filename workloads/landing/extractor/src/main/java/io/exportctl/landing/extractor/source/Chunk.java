package io.exportctl.landing.extractor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A range of pages of a table that one session reads.
 *
 * @param number within its table
 * @param pages size of the range, or an estimate of it
 * @param source what follows FROM in a query of its rows
 */
public record Chunk(SourceTable table, int number, long pages, String source) {

  /** Pages of a chunk; 1 GiB. */
  private static final long MAX_PAGES = 131_072;

  /** Divides a table. */
  public static List<Chunk> of(SourceTable table) {
    return of(table, MAX_PAGES);
  }

  static List<Chunk> of(SourceTable table, long maxPages) {
    boolean only = table.kind().equals("table") || table.kind().equals("partitioned");
    List<Chunk> chunks = new ArrayList<>();
    for (SourceTable.Leaf leaf : table.leaves()) {
      String from = (only ? "ONLY " : "") + leaf.quoted();
      long start = 0;
      while (leaf.pages() - start > maxPages) {
        long end = start + maxPages;
        String where = " WHERE ctid >= '(%d,0)' AND ctid < '(%d,0)'".formatted(start, end);
        chunks.add(new Chunk(table, chunks.size(), maxPages, from + where));
        start = end;
      }
      // The last one has no end: the table may have grown since its size was read.
      String where = start == 0 ? "" : " WHERE ctid >= '(%d,0)'".formatted(start);
      chunks.add(new Chunk(table, chunks.size(), leaf.pages() - start, from + where));
    }
    return chunks;
  }

  /** Returns the query of its rows. */
  String query() {
    return table.columns().stream()
        .map(SourceColumn::expression)
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source));
  }
}
