package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.UsageException;
import io.exportctl.schema.Placeholder;
import io.exportctl.schema.Property;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for platform.yaml beyond those of its schema: tags, and the defaults of keys. */
public final class PlatformOptions {

  /** Keys whose example in the schema suits most teams. */
  public static final List<String> DEFAULTS = List.of("region", "user_prefix", "recovery_days");

  @Option(
      names = "--tag",
      paramLabel = "NAME=VALUE",
      converter = TagConverter.class,
      description = "On all that is created; may be repeated. Default: application=data-exports.")
  private List<Map.Entry<String, String>> tags = List.of();

  /**
   * Returns the tags that were given, or the default.
   *
   * @throws UsageException if a name is given twice
   */
  public Map<String, String> tags() {
    Map<String, String> given = new TreeMap<>();
    for (Map.Entry<String, String> tag : tags) {
      if (given.put(tag.getKey(), tag.getValue()) != null) {
        throw new UsageException("the tag " + quote(tag.getKey()) + " is given twice");
      }
    }
    return given.isEmpty() ? Map.of("application", "data-exports") : given;
  }

  /** Returns the default for a value that was not given. */
  public static List<String> unlessGiven(Property property) {
    String example = property.example();
    return List.of(DEFAULTS.contains(property.key()) ? example : Placeholder.of(example));
  }

  /** Converts a tag. The map option of picocli would interpret quotes in it. */
  static final class TagConverter implements ITypeConverter<Map.Entry<String, String>> {

    @Override
    public Map.Entry<String, String> convert(String text) {
      int end = text.indexOf('=');
      if (end < 0) {
        throw new TypeConversionException(
            quote(text) + " is not a tag, expected NAME=VALUE, such as owner=data-engineering");
      }
      return Map.entry(text.substring(0, end), text.substring(end + 1));
    }
  }
}
