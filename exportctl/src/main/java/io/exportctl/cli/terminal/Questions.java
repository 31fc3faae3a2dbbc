package io.exportctl.cli.terminal;

import io.exportctl.cli.Session;
import io.exportctl.cli.command.Draft;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.schema.Placeholder;
import io.exportctl.schema.Property;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks the user for values that the command line left out. */
public final class Questions {

  private final Session session;
  private final BufferedReader answers;

  public Questions(Session session) {
    this.session = session;
    this.answers =
        new BufferedReader(
            new InputStreamReader(session.environment().in(), StandardCharsets.UTF_8));
  }

  /**
   * Asks for a word until it is accepted.
   *
   * @param label name of the word with its choices or an example
   * @param problem returns what is wrong with a word; empty if it is accepted
   */
  public String word(String label, Function<String, Optional<String>> problem) {
    while (true) {
      String word = line(label + ": ").strip();
      Optional<String> wrong = problem.apply(word);
      if (wrong.isEmpty()) {
        return word;
      }
      session.out().println(wrong.get());
    }
  }

  /** Says how to answer. */
  public void introduce() {
    session
        .out()
        .println("Enter leaves a blank, or keeps the value in brackets; Ctrl-D writes nothing.");
  }

  /**
   * Asks for a value until an answer is valid; an empty answer keeps the current value.
   *
   * @param values values by key; the current one is a placeholder or the default
   */
  public void ask(Property property, Draft draft, Map<String, List<String>> values) {
    List<String> before = values.get(property.key());
    for (List<String> answer = answer(property, before);
        !answer.isEmpty();
        answer = answer(property, before)) {
      values.put(property.key(), answer);
      Diagnostics faults = draft.faults(values);
      if (faults.all().isEmpty()) {
        return;
      }
      session.print(faults);
    }
    values.put(property.key(), before);
  }

  /**
   * Reads the values of a key; empty if the answer is empty. The values of a list are separated by
   * spaces or commas, which no value can contain.
   *
   * @throws ExportctlException if the input has ended, as after Ctrl-D
   */
  private List<String> answer(Property property, List<String> before) {
    PrintWriter out = session.out();
    out.println();
    out.println(property.description());
    String line = line(property.key() + hint(property, before) + ": ");
    if (line.isBlank()) {
      return List.of();
    }
    return property.several()
        ? Arrays.stream(line.split("[,\\s]+", -1)).filter(item -> !item.isEmpty()).toList()
        : List.of(line.strip());
  }

  private String line(String question) {
    session.out().print(question);
    session.out().flush();
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new ExportctlException(
            "nothing was written, as the input ended before the last answer");
      }
      return line;
    } catch (IOException e) {
      throw ExportctlException.of("cannot read the answer", e);
    }
  }

  private static String hint(Property property, List<String> before) {
    return before.equals(List.of(Placeholder.of(property.example())))
        ? " (such as " + property.example() + ")"
        : " [" + String.join(", ", before) + "]";
  }
}
