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

  private static final List<String> HEAD = List.of("NAME", "KIND", "BUCKET", "USERS");

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
    List<List<String>> rows = register.entries().stream().map(RegisterPrinter::row).toList();
    TextTable.lines(HEAD, rows, width).forEach(out::println);
  }

  private static List<String> row(Entry entry) {
    return Stream.of(
            entry.dataset().name(),
            entry.dataset().kind().id(),
            entry.bucket(),
            String.join(", ", entry.users()))
        .map(cell -> printable(cell))
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
        .object("facts", facts -> entry.facts().forEach(fact -> write(facts, fact)));
  }

  private static void write(JsonWriter json, Fact fact) {
    if (fact.isList()) {
      json.texts(key(fact), fact.values());
    } else {
      json.field(key(fact), fact.values().get(0));
    }
  }

  /** Turns a label into a key, such as "write to" into {@code writeTo}. */
  private static String key(Fact fact) {
    String[] words = fact.label().split(" ", -1);
    StringBuilder key = new StringBuilder(words[0]);
    for (String word : List.of(words).subList(1, words.length)) {
      key.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return key.toString();
  }
}
