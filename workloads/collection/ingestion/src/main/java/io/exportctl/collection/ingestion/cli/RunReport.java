package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.run.Metrics;
import io.exportctl.collection.ingestion.run.RunRecord;
import io.exportctl.collection.ingestion.run.RunState;
import io.exportctl.collection.ingestion.run.Runs;
import io.exportctl.collection.ingestion.run.Totals;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the end of each date's run. */
final class RunReport implements Runs.Listener {

  /** Moves to the start of a terminal's line and erases it. */
  private static final String ERASE = "\r\u001b[K";

  private final Session session;
  private final String dataset;
  private final boolean metrics;

  /**
   * @param metrics true to print metrics for CloudWatch, too
   */
  RunReport(Session session, String dataset, boolean metrics) {
    this.session = session;
    this.dataset = dataset;
    this.metrics = metrics;
  }

  @Override
  public void ended(RunRecord record) {
    erase();
    session.out().println("%s %s: %s".formatted(record.exportDate(), record.state(), text(record)));
    if (metrics) {
      session.out().println(Metrics.completed(record, session.clock().instant()));
    }
  }

  @Override
  public void failed(LocalDate date, IngestionException failure) {
    erase();
    session.err().println("ingestion: " + ErrorHandler.printable(failure.getMessage()));
    if (metrics) {
      session.out().println(Metrics.failed(dataset, session.clock().instant()));
    }
  }

  private void erase() {
    if (session.isTerminal()) {
      session.err().print(ERASE);
      session.err().flush();
    }
  }

  private static String text(RunRecord record) {
    if (record.state() == RunState.NOTHING_NEW) {
      return "the files are those that were published before";
    }
    Totals totals = record.totals();
    String rejected =
        totals.reasons().isEmpty()
            ? ""
            : totals.reasons().entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        Locale.ROOT,
        "%s of %s, %s written, %,d rejected%s, in %.1f s",
        quantity(totals.count("records_read"), "record"),
        quantity(totals.count("files"), "file"),
        quantity(totals.count("records_written"), "row"),
        totals.count("records_rejected"),
        rejected,
        record.duration().toMillis() / 1000.0);
  }

  private static String quantity(long number, String singular) {
    return String.format(Locale.ROOT, "%,d %s%s", number, singular, number == 1 ? "" : "s");
  }
}
