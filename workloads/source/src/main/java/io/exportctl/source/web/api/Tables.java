package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Sql;
import io.exportctl.source.load.ServedTable;
import io.exportctl.source.load.ServedTable.ServedColumn;
import io.exportctl.source.load.TableExport;
import io.exportctl.source.load.TableExport.Format;
import io.exportctl.source.load.Version;
import io.exportctl.source.load.Versions;
import io.exportctl.source.web.api.Query.BadParameterException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers about tables. */
final class Tables {

  private static final long MOST_ROWS = 10_000;

  private final Database database;
  private final int pageSize;
  private final String timestampWord;

  Tables(Database database, int pageSize, String timestampWord) {
    this.database = database;
    this.pageSize = pageSize;
    this.timestampWord = timestampWord;
  }

  /** A version, or the reply in its place. */
  private record Found(Optional<Version> version, Reply otherwise) {}

  private static Found find(Sql sql, TableRequest request) throws BadParameterException {
    String name = request.config().name();
    long id = request.query().number("version", 0, 1, Long.MAX_VALUE);
    Optional<Version> version =
        id == 0 ? Versions.current(sql, name) : Versions.find(sql, name, id);
    if (version.isPresent() && !version.get().isKept()) {
      return new Found(Optional.empty(), Reply.error(410, "the version is gone; begin again"));
    }
    return new Found(version, Reply.notFound());
  }

  Reply data(TableRequest request) throws BadParameterException {
    return page(request, table -> table, Reply.notFound());
  }

  Reply structure(TableRequest request) throws BadParameterException {
    Found found = inDatabase(sql -> find(sql, request));
    if (found.version().isEmpty()) {
      return found.otherwise();
    }
    List<Map<String, String>> columns =
        ServedTable.of(request.config(), found.version().get()).columns().stream()
            .map(this::column)
            .toList();
    return Reply.json(Map.of("columns", columns));
  }

  private Map<String, String> column(ServedColumn column) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("name", column.name());
    map.put("type", ServedTable.isTimestamp(column) ? timestampWord : column.type());
    return map;
  }

  /** Finds the table to export, or gives the reply in its place. */
  Export export(TableRequest request) throws BadParameterException {
    String format = request.query().oneOf("format", "csv", List.of("csv", "ndjson"));
    Found found = inDatabase(sql -> find(sql, request));
    return new Export(
        found.version().map(it -> ServedTable.of(request.config(), it)),
        format.equals("csv") ? Format.CSV : Format.NDJSON,
        found.otherwise());
  }

  void write(Export export, OutputStream out) {
    TableExport.write(database, export.table().orElseThrow(), export.format(), out);
  }

  Reply version(TableRequest request) throws BadParameterException {
    Found found = inDatabase(sql -> find(sql, request));
    if (found.version().isEmpty()) {
      return found.otherwise();
    }
    Version version = found.version().get();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("version", version.id());
    map.put("rows", version.rows());
    map.put(
        "loaded_at",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(version.loadedAt().atOffset(ZoneOffset.UTC)));
    map.put("file", version.file());
    return Reply.json(map);
  }

  Reply alias(TableRequest request, Alias alias) throws BadParameterException {
    Optional<String> wanted =
        alias.by().isPresent() ? request.query().text(alias.by().get().text()) : Optional.empty();
    if (wanted.isPresent()) {
      return oneRow(request, alias, wanted.get());
    }
    return page(
        request,
        table -> AliasNames.rename(table, alias),
        Reply.of(200, Page.empty(isRecords(request))));
  }

  private Reply oneRow(TableRequest request, Alias alias, String wanted)
      throws BadParameterException {
    return inDatabase(
        sql -> {
          Found found = find(sql, request);
          if (found.version().isEmpty()) {
            return found.otherwise();
          }
          ServedTable table = ServedTable.of(request.config(), found.version().get());
          return AliasRow.find(sql, table, alias, wanted)
              .map(row -> Reply.of(200, row.getBytes(UTF_8)))
              .orElse(Reply.notFound());
        });
  }

  private static boolean isRecords(TableRequest request) throws BadParameterException {
    return request
        .query()
        .oneOf("orientation", "tabular", List.of("tabular", "records"))
        .equals("records");
  }

  /** A change of the table's columns. */
  @FunctionalInterface
  private interface View {

    ServedTable of(ServedTable table);
  }

  private Reply page(TableRequest request, View view, Reply beforeFirstLoad)
      throws BadParameterException {
    Query query = request.query();
    boolean asRecords = isRecords(request);
    long from = query.number("next-id", 0, 0, Long.MAX_VALUE);
    int size = (int) query.number("page-size", pageSize, 1, MOST_ROWS);
    String sizeParameter = query.text("page-size").map(it -> "&page-size=" + size).orElse("");
    return inDatabase(
        sql -> {
          Found found = find(sql, request);
          if (found.version().isEmpty()) {
            return found.otherwise().status() == 404 && query.text("version").isEmpty()
                ? beforeFirstLoad
                : found.otherwise();
          }
          ServedTable table = view.of(ServedTable.of(request.config(), found.version().get()));
          Page.NextAddress next =
              id ->
                  "%s?orientation=%s&next-id=%d%s&version=%d"
                      .formatted(
                          request.address(),
                          asRecords ? "records" : "tabular",
                          id,
                          sizeParameter,
                          table.version().id());
          return Reply.of(200, Page.read(sql, table, asRecords, from, size, next));
        });
  }

  /** Work that may find a parameter wrong. */
  @FunctionalInterface
  private interface Lookup<T> {

    T run(Sql sql) throws BadParameterException;
  }

  private <T> T inDatabase(Lookup<T> lookup) throws BadParameterException {
    Object result =
        database.inTransaction(
            sql -> {
              try {
                return lookup.run(sql);
              } catch (BadParameterException e) {
                return e;
              }
            });
    if (result instanceof BadParameterException e) {
      throw e;
    }
    @SuppressWarnings("unchecked")
    T found = (T) result;
    return found;
  }
}
