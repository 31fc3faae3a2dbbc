package io.exportctl.register;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.dataset.Fact;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Prints the register as a table, as facts or as JSON. */
public final class RegisterPrinter {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final PrintWriter out;

  public RegisterPrinter(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints a line for each dataset.
   *
   * @param width the width of the terminal in cells; empty to neither cut nor wrap
   */
  public void printTable(Register register, OptionalInt width) {
    if (register.entries().isEmpty()) {
      out.print(register.unreadable().isEmpty() ? "no datasets\n" : "");
      return;
    }
    boolean reviews = register.entries().stream().anyMatch(entry -> entry.reviewBy().isPresent());
    List<List<String>> rows =
        register.entries().stream().map(entry -> row(entry, reviews)).toList();
    TextTable.lines(row("NAME", "KIND", "BUCKET", reviews, "REVIEW BY", "USERS"), rows, width)
        .forEach(out::println);
  }

  private static List<String> row(Entry entry, boolean reviews) {
    return row(
        printable(entry.dataset().name()),
        entry.dataset().kind().id(),
        printable(entry.bucket()),
        reviews,
        printable(entry.review().orElse("")),
        printable(String.join(", ", entry.users())));
  }

  /** Returns a row, without the review's cell if no dataset has one. */
  private static List<String> row(
      String name, String kind, String bucket, boolean reviews, String review, String users) {
    return reviews
        ? List.of(name, kind, bucket, review, users)
        : List.of(name, kind, bucket, users);
  }

  /** Prints all facts of each dataset, uncut so that they can be copied. */
  public void printFacts(Register register) {
    String between = "";
    for (Entry entry : register.entries()) {
      out.print(between);
      printFacts(entry);
      between = "\n";
    }
  }

  private void printFacts(Entry entry) {
    Fact file = Fact.of("file", entry.location().file() + ":" + entry.location().line());
    List<Fact> facts = Stream.concat(Stream.of(file), entry.facts().stream()).toList();
    int width = facts.stream().mapToInt(fact -> fact.label().length()).max().orElseThrow();
    out.println(printable(entry.dataset().id().toString()));
    for (Fact fact : facts) {
      String label = fact.label();
      for (String value : fact.values()) {
        out.println("  " + label + " ".repeat(width - label.length() + 2) + printable(value));
        label = "";
      }
    }
  }

  /** Prints everything as JSON. */
  public void printJson(Register register) {
    JsonWriter.write(
        out,
        json ->
            json.field("version", VERSION)
                .array("datasets", register.entries(), RegisterPrinter::write)
                .array(
                    "unreadable",
                    register.unreadable(),
                    (object, file) ->
                        object.field("file", file.path()).field("errors", file.errors())));
  }

  private static void write(JsonWriter json, Entry entry) {
    json.field("name", entry.dataset().name())
        .field("kind", entry.dataset().kind().id())
        .field("file", entry.location().file())
        .field("line", entry.location().line())
        .field("accountId", entry.platform().accountId())
        .field("region", entry.platform().region());
    entry.reviewBy().ifPresent(date -> json.field("reviewBy", date));
    json.field("reviewOverdue", entry.isOverdue());
    entry.dataset().write(json, entry.platform());
  }
}
