package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.LookAlikes;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds characters that only look like the dashes, colons, quotes and spaces of YAML. Word
 * processors and chats write them, and YAML takes them for text.
 */
record LookAlikeAdvice(YamlDocument source, SourceLines lines) {

  private static final String SPACE = "[ \\t\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";
  private static final String BULLETS = "\u2022\u2023\u2043\u25AA\u25CF\u25E6\u00B7\u2219\u25A0";
  private static final String DASHES = "\u2010-\u2015\u2212\uFE58\uFE63\uFF0D" + BULLETS;
  private static final String COLONS = ":\uFF1A\uFE55\u2236\uA789\u02D0";

  /** Indentation, dash, key, colon and value of a line. */
  private static final Pattern LINE =
      Pattern.compile(
          "(%1$s*+)((?:-(?=%1$s|$)|[%2$s])%1$s*+)?+(?:([A-Za-z_]++)%1$s*+([%3$s])(%1$s*+))?+(.*)"
              .formatted(SPACE, DASHES, COLONS));

  /**
   * Returns the first look-alike where the parser gave up.
   *
   * @param context start of the value or block that the parser was reading
   */
  Optional<Diagnostic> above(Span found, Optional<Span> context) {
    int first = found.line();
    while (first > 1 && (first == found.line() || !lines.isKey(first))) {
      first--;
    }
    return Stream.concat(
            context.map(Span::line).stream(), IntStream.rangeClosed(first, found.line()).boxed())
        .flatMap(line -> in(line).stream())
        .findFirst();
  }

  /** Returns the look-alikes of a line, with a fix that replaces all of them. */
  Optional<Diagnostic> in(int line) {
    String text = lines.text(line);
    String plain = plain(text);
    if (lines.isTooLong(line) || plain.equals(text)) {
      return Optional.empty();
    }
    Fix.Edit edit = YamlEdits.between(line, text, plain);
    Span place = new Span(line, edit.column(), 1);
    int start = lines.index(place);
    String expected = LookAlikes.nameOf(plain.charAt(start));
    return Optional.of(
        Diagnostic.of(
                source.location(place),
                RuleId.YAML_SYNTAX,
                LookAlikes.name(text.codePointAt(start)) + ", expected " + expected)
            .withHelp("replace it by " + expected + "; it came with text that was pasted")
            .withFix(YamlEdits.rewrite(edit, true)));
  }

  private static String plain(String line) {
    if (line.chars().allMatch(point -> point <= '~')) {
      return line;
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return line;
    }
    StringBuilder plain = new StringBuilder(LookAlikes.replaced(parts.group(1)));
    if (parts.group(2) != null) {
      boolean isPlain = parts.group(2).charAt(0) == '-';
      plain.append('-').append(spaces(parts.group(2).substring(1), !isPlain));
    }
    if (parts.group(3) != null) {
      plain.append(line, parts.start(3), parts.end(3)).append(':');
      plain.append(spaces(parts.group(5), !parts.group(4).equals(":")));
    }
    return plain.append(value(parts.group(6))).toString();
  }

  private static String spaces(String text, boolean needed) {
    return needed && text.isEmpty() ? " " : LookAlikes.replaced(text);
  }

  /** Replaces the quotes around a value, if one of them at least is a curly one. */
  private static String value(String text) {
    String value = text.stripTrailing();
    if (value.length() < 2) {
      return text;
    }
    char first = LookAlikes.replaced(value.substring(0, 1)).charAt(0);
    char last = LookAlikes.replaced(value.substring(value.length() - 1)).charAt(0);
    return first == last && List.of('"', '\'').contains(first)
        ? first + value.substring(1, value.length() - 1) + last + text.substring(value.length())
        : text;
  }
}
