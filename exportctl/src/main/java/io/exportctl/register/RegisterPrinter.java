package io.exportctl.register;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.dataset.Details;
import io.exportctl.dataset.Fact;
import io.exportctl.text.Csv;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Markdown;
import io.exportctl.text.Quotation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Prints the register as a table, as facts, as Markdown, as CSV or as JSON. */
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
    List<Column> columns = Column.forTerminal(register.entries());
    TextTable.lines(
            columns.stream().map(column -> column.title().toUpperCase(Locale.ROOT)).toList(),
            rows(register, columns, Quotation::printable),
            width)
        .forEach(out::println);
  }

  /** Prints a table for a document or a wiki; prints nothing else, so that files can be joined. */
  public void printMarkdown(Register register) {
    List<Column> columns = Column.forDocument(register.entries());
    if (columns.isEmpty()) {
      return;
    }
    out.println(markdownRow(columns.stream().map(Column::title).toList()));
    out.println("|" + "---|".repeat(columns.size()));
    rows(register, columns, Markdown::literal).forEach(row -> out.println(markdownRow(row)));
  }

  private static String markdownRow(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Prints all columns for a spreadsheet or a program, with a line of their titles. */
  public void printCsv(Register register) {
    out.println(Csv.line(Column.all().stream().map(Column::title).toList()));
    rows(register, Column.all(), text -> text).forEach(row -> out.println(Csv.line(row)));
  }

  private static List<List<String>> rows(
      Register register, List<Column> columns, UnaryOperator<String> escape) {
    return register.entries().stream()
        .map(entry -> columns.stream().map(column -> escape.apply(column.of(entry))).toList())
        .toList();
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
    Details details = entry.details();
    json.field("state", details.state().id());
    details.description().ifPresent(text -> json.field("description", text));
    details.owner().ifPresent(team -> json.field("owner", team));
    details.contact().ifPresent(address -> json.field("contact", address));
    details.formerName().ifPresent(name -> json.field("renamedFrom", name));
    entry.dataset().write(json, entry.platform());
  }
}
