package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.table.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Queries the tables of a folder. */
@Command(
    name = "sql",
    description = "Runs a statement of SQL on the tables of a folder: DATABASE.TABLE.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

  @Mixin private Engine engine;

  @Option(
      names = "--warehouse",
      paramLabel = "file:FOLDER",
      required = true,
      description = "The folder that 'run' published to.")
  private String warehouse;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "1000",
      description = "Number of rows to print at most; 1000.")
  private int limit;

  @Parameters(paramLabel = "STATEMENT", description = "A statement such as select.")
  private String statement;

  private final Session session;

  SqlCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String root = Folders.uri(warehouse);
    Path folder = Folders.path(root);
    if (!Files.isDirectory(folder)) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "the folder '%s' does not exist; 'run' creates it".formatted(folder));
    }
    SparkSession spark = engine.start(session, Optional.of(folder));
    Warehouse.openFolder(spark, root);
    try {
      Dataset<Row> result = spark.sql(statement);
      List<Row> rows = result.limit(limit + 1).collectAsList();
      TextTable table = TextTable.of(Arrays.asList(result.columns()));
      rows.stream().limit(limit).forEach(it -> table.add(cells(it)));
      table.print(session.out());
      if (rows.size() > limit) {
        session.err().println("ingestion: only %d rows are shown; see --limit".formatted(limit));
      }
      return ExitStatus.FINE;
    } catch (Exception e) {
      if (e instanceof AnalysisException analysis) {
        throw IngestionException.failed("sql", message(analysis), analysis);
      }
      throw e;
    }
  }

  private static String message(AnalysisException failure) {
    String text = failure.getMessage().lines().filter(it -> !it.isBlank()).findFirst().orElse("");
    return "the statement cannot be run: " + text;
  }

  private static List<String> cells(Row row) {
    String[] cells = new String[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNullAt(i) ? "null" : row.get(i).toString();
    }
    return List.of(cells);
  }
}
