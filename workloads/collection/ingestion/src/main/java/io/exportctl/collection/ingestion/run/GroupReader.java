package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.source.FileGroup;
import io.exportctl.collection.ingestion.source.FileReader;
import io.exportctl.collection.ingestion.source.Line;
import io.exportctl.collection.ingestion.source.SourceFile;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.table.DeadLetters;
import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.KeyServiceException;
import io.exportctl.collection.key.SharedKeys;
import io.exportctl.collection.record.Reason;
import io.exportctl.collection.record.RecordFunction;
import io.exportctl.collection.record.Rejected;
import io.exportctl.collection.record.Skipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Row;

/** Rows of the files of one task. What makes no row is counted, and becomes a dead letter. */
final class GroupReader implements Iterator<Row> {

  private final TaskSettings settings;
  private final Configuration configuration;
  private final Iterator<SourceFile> files;
  private final KeyService keys;
  private final RecordFunction function;
  private final DeadLetters letters;
  private final TaskCounts counts;
  private final Consumer<GroupTally> finish;
  private Optional<FileReader> current = Optional.empty();
  private Optional<Row> ready = Optional.empty();
  private boolean finished;

  private GroupReader(
      TaskSettings settings,
      FileGroup group,
      KeyService keys,
      DeadLetters letters,
      TaskCounts counts,
      Consumer<GroupTally> finish) {
    this.settings = settings;
    this.configuration = settings.configuration().value().value();
    this.files = group.files().iterator();
    this.keys = keys;
    this.function = new RecordFunction(settings.records(), keys);
    this.letters = letters;
    this.counts = counts;
    this.finish = finish;
  }

  /**
   * Prepares the reading.
   *
   * @param finish takes the counts after the last row
   */
  static GroupReader open(
      TaskSettings settings,
      FileGroup group,
      int partition,
      int attempt,
      Consumer<GroupTally> finish)
      throws IOException, KeyServiceException {
    Store store = Store.of(settings.configuration().value().value(), settings.warehouse());
    String path = DeadLetters.file(settings.deadFolder(), partition, attempt);
    return new GroupReader(
        settings,
        group,
        SharedKeys.of(settings.keys()),
        new DeadLetters(store, path),
        new TaskCounts(attempt),
        finish);
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty() && !finished) {
        advance();
      }
    } catch (IOException | KeyServiceException e) {
      throw new TaskFailedException(e);
    }
    return ready.isPresent();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = ready.orElseThrow();
    ready = Optional.empty();
    return row;
  }

  private void advance() throws IOException, KeyServiceException {
    if (current.isEmpty()) {
      if (!files.hasNext()) {
        finish();
        return;
      }
      current = Optional.of(new FileReader(configuration, files.next(), function));
    }
    FileReader reader = current.orElseThrow();
    Optional<Line> line = reader.next();
    if (line.isPresent()) {
      take(reader.file(), line.orElseThrow());
      return;
    }
    Optional<String> fault = reader.fault(settings.fileNameOffsets());
    if (fault.isPresent()) {
      SourceFile file = reader.file();
      letters.addFile(fault.orElseThrow(), file.name(), reader.lines(), file.bytes());
    }
    counts.endFile(reader.file().name(), reader.lines(), fault.orElse(""));
    reader.close();
    current = Optional.empty();
  }

  private void take(SourceFile file, Line line) throws IOException, KeyServiceException {
    if (line.isTooLong()) {
      reject(file, line, Reason.TOO_LARGE);
      return;
    }
    var outcome = function.apply(line.bytes(), 0, line.bytes().length);
    if (outcome instanceof Rejected rejected) {
      reject(file, line, rejected.reason());
    } else if (outcome instanceof Skipped) {
      counts.addBlank();
    } else if (outcome instanceof io.exportctl.collection.record.Row row) {
      if (row.id().filter(settings.erased().value()::contains).isPresent()) {
        counts.addErased();
        return;
      }
      counts.addRow(row.columnMismatches());
      ready = Optional.of(Rows.of(row));
    }
  }

  private void reject(SourceFile file, Line line, Reason reason) throws IOException {
    counts.reject(reason.text());
    letters.add(
        reason.text(), file.name(), line.number(), line.length(), line.sha256(), line.bytes());
  }

  private void finish() throws IOException {
    letters.close();
    finished = true;
    finish.accept(counts.tally(letters.written(), SparkEnv.get().executorId(), keys.counts()));
  }

  /** Frees what is open; deletes the dead letters of a task that did not come to its end. */
  void discardUnlessFinished() {
    if (finished) {
      return;
    }
    try {
      if (current.isPresent()) {
        current.orElseThrow().close();
      }
      letters.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
