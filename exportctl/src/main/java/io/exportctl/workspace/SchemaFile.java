package io.exportctl.workspace;

import io.exportctl.dataset.DatasetKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema of {@code schema/}, completed to one text: shared fragments replace each {@code $ref} to
 * them, and the schema of platform.yaml contains the sections of the kinds.
 */
public final class SchemaFile {

  private static final String END = ".schema.json";
  private static final String PLATFORM = path("platform");

  /** A property whose whole schema is a fragment; the first group is the indentation. */
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?m)^( *)(\"[a-z_]+\": )\\{ *\"\\$ref\": *\"(fragment/[a-z_]+\\.schema\\.json)\" *\\}");

  private static final Pattern PROPERTIES = Pattern.compile("(?m)^  \"properties\": \\{\n");

  private SchemaFile() {}

  /** Returns the path of a schema inside the workspace or the jar. */
  public static String path(String name) {
    return "schema/" + name + END;
  }

  /** Returns the names of the schemas that the tool brings, sorted. */
  public static List<String> names() {
    String folder = "schema/";
    List<String> names = new ArrayList<>();
    for (String path : Bundle.list("schema")) {
      String name = path.substring(folder.length());
      if (name.endsWith(END) && !name.contains("/")) {
        names.add(name.substring(0, name.length() - END.length()));
      }
    }
    return names;
  }

  /**
   * Reads a schema and completes it.
   *
   * @param path such as {@code schema/push.schema.json}
   * @param resources returns the bytes of such a path
   */
  public static String read(String path, Function<String, byte[]> resources) {
    String text = text(path, resources);
    if (text.contains("\"$ref\"")) {
      text = withFragments(text, resources);
    }
    return path.equals(PLATFORM) ? withSections(text, resources) : text;
  }

  private static String withFragments(String text, Function<String, byte[]> resources) {
    return FRAGMENT
        .matcher(text)
        .replaceAll(
            found -> {
              String fragment = text("schema/" + found.group(3), resources);
              return Matcher.quoteReplacement(
                  found.group(1) + found.group(2) + indented(fragment, found.group(1)));
            });
  }

  /** Adds the missing sections; a schema that {@code init} wrote already has them. */
  private static String withSections(String text, Function<String, byte[]> resources) {
    StringBuilder sections = new StringBuilder();
    for (DatasetKind kind : DatasetKind.values()) {
      String path = path("platform/" + kind.id());
      if (Bundle.has(path) && !text.contains("\n    \"" + kind.id() + "\": {")) {
        String section = indented(text(path, resources), "    ");
        sections.append("    \"").append(kind.id()).append("\": ").append(section).append(",\n");
      }
    }
    return sections.isEmpty()
        ? text
        : PROPERTIES
            .matcher(text)
            .replaceFirst(found -> Matcher.quoteReplacement(found.group() + sections));
  }

  private static String indented(String schema, String indentation) {
    return schema.strip().replace("\n", "\n" + indentation);
  }

  private static String text(String path, Function<String, byte[]> resources) {
    return new String(resources.apply(path), StandardCharsets.UTF_8);
  }
}
