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

  /** Folder of the schemas of what commands print as JSON, one for each command. */
  private static final String OUTPUT = "output/";

  /** Beginning of a property whose whole schema is a fragment, and its end. */
  private static final String FRAGMENT = "{ \"$ref\": \"fragment/";

  private static final String FRAGMENT_END = "\" }";

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
      if (name.endsWith(END) && (!name.contains("/") || name.startsWith(OUTPUT))) {
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
    String text = withFragments(text(path, resources), resources);
    return path.equals(PLATFORM) ? withSections(text, resources) : text;
  }

  private static String withFragments(String text, Function<String, byte[]> resources) {
    StringBuilder complete = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf(FRAGMENT); at >= 0; at = text.indexOf(FRAGMENT, done)) {
      int end = text.indexOf(FRAGMENT_END, at);
      String name = text.substring(at + FRAGMENT.length(), end);
      String fragment = text("schema/fragment/" + name, resources);
      complete.append(text, done, at).append(indented(fragment, indentation(text, at)));
      done = end + FRAGMENT_END.length();
    }
    return complete.append(text, done, text.length()).toString();
  }

  /** Returns the spaces at the beginning of a line. */
  private static String indentation(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = start;
    while (text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(start, end);
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
