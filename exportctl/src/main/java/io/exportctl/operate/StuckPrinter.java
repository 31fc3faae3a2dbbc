package io.exportctl.operate;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.dataset.DatasetId;
import io.exportctl.register.TextTable;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Quantity;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Prints files that are left behind. */
public final class StuckPrinter {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final PrintWriter out;
  private final Instant now;

  public StuckPrinter(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  /**
   * Prints a line for each file.
   *
   * @param width of the terminal in cells; empty to neither cut nor wrap
   */
  public void print(DatasetId dataset, StuckFiles stuck, OptionalInt width) {
    if (stuck.files().isEmpty()) {
      out.println(dataset + ": nothing is stuck");
      return;
    }
    List<List<String>> rows = stuck.files().stream().map(this::row).toList();
    TextTable.lines(List.of("AGE", "FILE", "DEAD", "REASON"), rows, width).forEach(out::println);
    out.println();
    long letters = stuck.files().stream().filter(StuckFile::isDeadLetter).count();
    out.println(
        dataset
            + ": "
            + Quantity.of(stuck.files().size(), "file")
            + (letters == 0 ? "" : ", of which " + Quantity.of(letters, "dead letter")));
  }

  private List<String> row(StuckFile file) {
    return List.of(
        file.since().map(since -> Age.text(Duration.between(since, now))).orElse("?"),
        printable(file.file()),
        file.isDeadLetter() ? "dead" : "",
        printable(file.reason().orElse("none in the log of the last day")));
  }

  /** Prints the files as {@code schema/output/stuck.schema.json} describes it. */
  public void printJson(DatasetId dataset, StuckFiles stuck) {
    JsonWriter.write(
        out,
        json ->
            json.field("version", VERSION)
                .field("name", dataset.name())
                .field("kind", dataset.kind().id())
                .array("files", stuck.files(), StuckPrinter::write)
                .texts("lackingPermissions", List.copyOf(stuck.lacking())));
  }

  private static void write(JsonWriter json, StuckFile file) {
    json.field("file", file.file());
    file.since().ifPresent(since -> json.field("since", since.toString()));
    file.reason().ifPresent(reason -> json.field("reason", reason));
    json.field("deadLetter", file.isDeadLetter());
  }
}
