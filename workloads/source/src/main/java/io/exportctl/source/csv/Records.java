package io.exportctl.source.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The records of a file in turn, as RFC 4180 has them; empty lines are skipped. The iterator throws
 * {@link StoreException} where a record cannot be read.
 */
public final class Records implements Iterator<Row>, Closeable {

  /** More than the longest cell, so that a long one is found by its length. */
  private static final int BUFFER = 4 * RowHandler.LONGEST_CELL;

  private final TextReader text;
  private final RowHandler handler;
  private final CloseableIterator<Row> rows;

  private Records(TextReader text, RowHandler handler, CloseableIterator<Row> rows) {
    this.text = text;
    this.handler = handler;
    this.rows = rows;
  }

  public static Records open(Path file, Dialect dialect) throws IOException {
    TextReader text = TextReader.open(file, dialect.encoding());
    RowHandler handler = new RowHandler();
    CsvReader<Row> reader =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            // TextReader lets no U+0000 through.
            .quoteCharacter(dialect.quoted() ? '"' : '\0')
            .commentStrategy(CommentStrategy.NONE)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(BUFFER)
            .build(handler, text);
    return new Records(text, handler, reader.iterator());
  }

  @Override
  public boolean hasNext() {
    long before = text.count();
    try {
      return rows.hasNext();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof StoreException cause) {
        throw cause;
      }
      if (text.count() - before > RowHandler.LONGEST_CELL) {
        throw RowHandler.longCell(handler.start());
      }
      throw StoreException.refused(
          Fault.inLine(
              "bad-quotes",
              handler.start(),
              "the row that begins here has text after a closing quote, or no closing quote"),
          e);
    }
  }

  @Override
  public Row next() {
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
