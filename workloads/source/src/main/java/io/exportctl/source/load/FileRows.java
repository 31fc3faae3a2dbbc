package io.exportctl.source.load;

import io.exportctl.source.archive.Unpacking.Member;
import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.Dialect;
import io.exportctl.source.csv.Header;
import io.exportctl.source.csv.Profile;
import io.exportctl.source.csv.RejectedRows;
import io.exportctl.source.csv.Row;
import io.exportctl.source.csv.Rows;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of an opened file, converted; those that do not fit are put aside or end the load. */
final class FileRows {

  private final SourceConfig config;
  private final OpenedFile opened;
  private final List<ColumnConfig> columns;
  private final RejectedRows rejected;
  private long read;

  FileRows(
      SourceConfig config, OpenedFile opened, List<ColumnConfig> columns, RejectedRows rejected) {
    this.config = opened.file().decided(config);
    this.opened = opened;
    this.columns = List.copyOf(columns);
    this.rejected = rejected;
  }

  /** Takes converted rows. */
  @FunctionalInterface
  interface Sink {

    /** Takes a row; the object is reused for the next one. */
    void accept(Row row, Converted converted) throws SQLException;
  }

  /**
   * Returns the columns of a file: those of the source, or else of its header.
   *
   * @throws StoreException if a name of the header is not fit or reserved
   */
  static List<ColumnConfig> columns(SourceConfig source, OpenedFile opened, boolean mendHeaders)
      throws IOException {
    SourceConfig config = opened.file().decided(source);
    if (!config.columns().isEmpty()) {
      return config.columns();
    }
    Member first = opened.members().get(0);
    Dialect dialect = Dialect.detect(first.file(), config.parse());
    Header header;
    try (Rows rows = Rows.open(first.file(), dialect, config.parse())) {
      header = rows.header();
    }
    header.refuseReserved();
    if (!mendHeaders) {
      header.refuseMended();
    }
    return opened.file().isUploaded()
        ? Columns.inferred(Profile.of(first.file(), config.parse()))
        : Columns.asText(header);
  }

  /**
   * Reads all rows.
   *
   * @return number of rows that were read, with those that were put aside
   * @throws StoreException if more rows do not fit than may be put aside
   */
  long forEach(Sink sink) throws IOException, SQLException {
    for (Member member : opened.members()) {
      Dialect dialect = Dialect.detect(member.file(), config.parse());
      try (Rows rows = Rows.open(member.file(), dialect, config.parse(), this::rejectRagged)) {
        forEach(rows, sink);
      }
    }
    return read;
  }

  private void forEach(Rows rows, Sink sink) throws SQLException {
    Transform transform =
        Transform.of(columns, rows.header(), config.parse(), opened.file().date());
    Converted converted = new Converted(transform.width());
    while (rows.hasNext()) {
      Row row = rows.next();
      read++;
      Optional<Fault> fault = transform.convert(row, converted);
      if (fault.isPresent()) {
        reject(row, fault.get());
      } else {
        sink.accept(row, converted);
      }
    }
  }

  private void rejectRagged(Row row) {
    read++;
    String text = "the row has another number of cells than the header: " + row.cells().size();
    reject(row, Fault.inLine("wrong-width", row.line(), text));
  }

  private void reject(Row row, Fault fault) {
    if (rejected.count() >= config.parse().maxRejected()) {
      throw StoreException.refused(fault);
    }
    rejected.add(row, fault);
  }
}
