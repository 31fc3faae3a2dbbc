package io.exportctl.cli;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.validate.Property;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Asks a person for what the command line left out. */
final class Questions {

  private final Environment environment;
  private final BufferedReader answers;

  Questions(Environment environment) {
    this.environment = environment;
    this.answers =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
  }

  /**
   * The values that a person gives for a key; none where the answer is empty or there is no more.
   * Where a key takes several, they are separated by spaces or commas, which none of them can hold.
   */
  List<String> ask(Property property) {
    environment.out().println();
    environment.out().println(property.description());
    environment.out().print(property.key() + " (such as " + property.example() + "): ");
    environment.out().flush();
    try {
      String line = answers.readLine();
      if (line == null || line.isBlank()) {
        return List.of();
      }
      return property.several()
          ? Arrays.stream(line.split("[,\\s]+", -1)).filter(item -> !item.isEmpty()).toList()
          : List.of(line.strip());
    } catch (IOException e) {
      throw ExportctlException.of("cannot read the answer", e);
    }
  }
}
