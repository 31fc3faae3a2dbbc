package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.database.Sql;
import io.exportctl.source.load.ServedTable;
import io.exportctl.source.load.ServedTable.ServedColumn;
import io.exportctl.source.text.Json;
import java.io.ByteArrayOutputStream;
import java.util.OptionalLong;

/** A page of rows in JSON, of a bounded number of rows and about so many bytes. */
final class Page {

  private static final int MOST_BYTES = 32 << 20;

  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final int size;
  private int count;
  private long nextId = -1;

  private Page(int size) {
    this.size = size;
  }

  /** Address of the next page, by the id that it begins with. */
  @FunctionalInterface
  interface NextAddress {

    String of(long id);
  }

  /**
   * Reads a page.
   *
   * @param size most rows of it
   */
  static byte[] read(
      Sql sql, ServedTable table, boolean asRecords, long from, int size, NextAddress next) {
    Page page = new Page(size);
    String query = asRecords ? table.records(size + 1) : table.tabular(size + 1);
    sql.forEach(query, row -> page.add(row.number("id"), row.text("row")), from);
    return page.json(table, asRecords, next);
  }

  /** A page of a table that was never loaded. */
  static byte[] empty(boolean asRecords) {
    String start = asRecords ? "{\"results\":[]" : "{\"headers\":[],\"values\":[]";
    return (start + ",\"next\":null}").getBytes(UTF_8);
  }

  private boolean add(long id, String row) {
    byte[] bytes = row.getBytes(UTF_8);
    if (count == size || (count > 0 && rows.size() + bytes.length > MOST_BYTES)) {
      nextId = id;
      return false;
    }
    if (count++ > 0) {
      rows.write(',');
    }
    rows.writeBytes(bytes);
    return true;
  }

  private byte[] json(ServedTable table, boolean asRecords, NextAddress next) {
    OptionalLong following = nextId < 0 ? OptionalLong.empty() : OptionalLong.of(nextId);
    ByteArrayOutputStream json = new ByteArrayOutputStream(rows.size() + 200);
    String start =
        asRecords
            ? "{\"results\":["
            : "{\"headers\":"
                + Json.write(table.columns().stream().map(ServedColumn::name).toList())
                + ",\"values\":[";
    json.writeBytes(start.getBytes(UTF_8));
    json.writeBytes(rows.toByteArray());
    String address = following.isPresent() ? Json.write(next.of(following.getAsLong())) : "null";
    json.writeBytes(("],\"next\":" + address + "}").getBytes(UTF_8));
    return json.toByteArray();
  }
}
