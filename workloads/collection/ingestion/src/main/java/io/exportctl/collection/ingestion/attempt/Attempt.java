package io.exportctl.collection.ingestion.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.Json;
import io.exportctl.collection.ingestion.source.FileReader;
import io.exportctl.collection.ingestion.source.Line;
import io.exportctl.collection.ingestion.source.SourceFile;
import io.exportctl.collection.key.KeyServiceException;
import io.exportctl.collection.record.Column;
import io.exportctl.collection.record.Outcome;
import io.exportctl.collection.record.Reason;
import io.exportctl.collection.record.RecordFunction;
import io.exportctl.collection.record.RecordSettings;
import io.exportctl.collection.record.Rejected;
import io.exportctl.collection.record.Row;
import io.exportctl.collection.record.Skipped;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Prints the result of each line of files, a JSON object a line. */
public final class Attempt {

  private final RecordSettings settings;
  private final RecordFunction function;
  private final boolean fileNameOffsets;
  private final PrintStream out;

  /**
   * @param function made with the settings
   * @param fileNameOffsets true if a file's name says how many lines it has
   */
  public Attempt(
      RecordSettings settings, RecordFunction function, boolean fileNameOffsets, PrintStream out) {
    this.settings = settings;
    this.function = function;
    this.fileNameOffsets = fileNameOffsets;
    this.out = out;
  }

  /**
   * Prints the results of a file.
   *
   * @return true if all of it is good
   * @throws IngestionException if it cannot be read
   */
  public boolean print(Path path) {
    boolean isGood = true;
    try {
      String name = path.getFileName().toString();
      SourceFile file = new SourceFile(path.toUri().toString(), name, Files.size(path), "");
      try (FileReader reader = new FileReader(new Configuration(), file, function)) {
        Optional<Line> line = reader.next();
        while (line.isPresent()) {
          Outcome outcome = outcome(line.orElseThrow());
          isGood &= !(outcome instanceof Rejected);
          print(name, line.orElseThrow().number(), outcome);
          line = reader.next();
        }
        Optional<String> fault = reader.fault(fileNameOffsets);
        fault.ifPresent(it -> printFault(name, reader.lines(), it));
        return isGood && fault.isEmpty();
      }
    } catch (IOException e) {
      throw IngestionException.failed(
          "source-unavailable",
          "the file '%s' cannot be read (%s); check its name and permissions"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    } catch (KeyServiceException e) {
      throw IngestionException.failed(e.kind().text(), e.getMessage(), e);
    }
  }

  private Outcome outcome(Line line) throws KeyServiceException {
    return line.isTooLong()
        ? new Rejected(Reason.TOO_LARGE)
        : function.apply(line.bytes(), 0, line.bytes().length);
  }

  private void print(String file, long number, Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("line", number);
    if (outcome instanceof Rejected rejected) {
      json.put("rejected", rejected.reason().text());
    } else if (outcome instanceof Skipped) {
      json.put("skipped", "blank");
    } else if (outcome instanceof Row row) {
      json.put("id", row.id().orElse(null));
      json.put("operation", row.operation().name());
      json.put("last_modified", row.lastModified().toString());
      json.put("value", new String(row.value(), UTF_8));
      for (int i = 0; i < row.columns().length; i++) {
        Column column = settings.columns().get(i);
        Object value = row.columns()[i];
        boolean isNumber = value instanceof Number && !(value instanceof BigDecimal);
        boolean isPlain = value == null || value instanceof Boolean || isNumber;
        json.put(column.name(), isPlain ? value : value.toString());
      }
    }
    out.println(Json.line(json));
  }

  private void printFault(String file, long lines, String fault) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("line", lines);
    json.put("rejected", fault);
    out.println(Json.line(json));
  }
}
