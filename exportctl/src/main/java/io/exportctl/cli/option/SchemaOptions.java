package io.exportctl.cli.option;

import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.schema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of a command for the keys of a schema: {@code pull_arns}, a list, becomes {@code
 * --pull-arn}, which may be repeated. Keys that hold a mapping have no option.
 */
public final class SchemaOptions {

  private final Map<String, OptionSpec> byKey = new LinkedHashMap<>();

  /**
   * Creates the options.
   *
   * @param properties keys of the schema, in the order of the help
   * @param defaults keys whose example is the default
   */
  public SchemaOptions(List<Property> properties, List<String> defaults) {
    for (Property property : properties) {
      if (!property.takesKeys()) {
        byKey.put(property.key(), option(property, defaults.contains(property.key())));
      }
    }
  }

  /** Adds the options to a command, before its own options. */
  public void addTo(CommandSpec command) {
    byKey.values().forEach(command::addOption);
  }

  /** Returns the values that were given on the command line, by key. */
  public Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    byKey.forEach(
        (key, option) -> {
          Object value = option.getValue();
          if (value instanceof String[] several) {
            values.put(key, List.of(several));
          } else if (value instanceof Boolean isOn && isOn) {
            values.put(key, List.of("true"));
          } else if (value instanceof String text) {
            values.put(key, List.of(text));
          }
        });
    return values;
  }

  private static OptionSpec option(Property property, boolean hasDefault) {
    String name = name(property);
    String label =
        property.label().isEmpty()
            ? name.substring(name.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT)
            : property.label();
    String description =
        property.description()
            + (property.several() ? " May be repeated." : "")
            + (hasDefault ? " Default: " + property.example() + "." : "");
    OptionSpec.Builder option =
        OptionSpec.builder(name).description(description.replace("%", "%%"));
    if (property.isSwitch()) {
      return option.type(boolean.class).arity("0").build();
    }
    if (property.key().equals("users")) {
      option.completionCandidates(new UserCandidates());
    }
    return option
        .type(property.several() ? String[].class : String.class)
        .arity("1")
        .paramLabel(label)
        .build();
  }

  /** Returns the name of the option for a key. */
  public static String name(Property property) {
    String name = "--" + property.key().replace('_', '-');
    return property.several() && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }
}
