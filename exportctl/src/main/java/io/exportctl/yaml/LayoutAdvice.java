package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Explains lines that hold too much, or signs of another format: a list beside its key, several
 * keys in one line, commas at the end of lines, equals signs.
 *
 * @param found place where the parser gave up; often the line after the mistake
 */
record LayoutAdvice(YamlDocument source, SourceLines lines, Span found) {

  private static final String KEY = "[A-Za-z_][A-Za-z0-9_]*+";
  private static final Pattern LIST_BESIDE_KEY =
      Pattern.compile("(\\s*+)(?:- ++)?+" + KEY + ":(\\s++)- ++(\\S.*)");
  private static final Pattern NEXT_ENTRY = Pattern.compile("\\s+- +");
  private static final Pattern NEXT_KEY = Pattern.compile("[,;]?\\s+(?=" + KEY + ":\\s)");
  private static final Pattern COMMA = Pattern.compile("\\s*+(,)\\s*+(?:#.*)?");
  private static final Pattern QUOTED_VALUES =
      Pattern.compile(
          "\\s*+%1$s: ++((?:%2$s)(?:\\s*+,\\s*+(?:%2$s))++)\\s*+"
              .formatted(KEY, "\"[^\"]*+\"|'[^']*+'"));
  private static final Pattern EQUALS = Pattern.compile("(\\s*+" + KEY + ")(\\s*+=>?\\s*+)\\S.*");

  // users: - alpha_user_one
  Optional<Diagnostic> listBesideKey() {
    int line = found.line();
    String text = lines.text(line);
    Matcher beside = LIST_BESIDE_KEY.matcher(text);
    if (!beside.matches() || lines.isTooLong(line) || text.contains("#")) {
      return Optional.empty();
    }
    int indent = lines.isEntry(line + 1) ? lines.indent(line + 1) : beside.group(1).length() + 2;
    String entries =
        NEXT_ENTRY
            .splitAsStream(beside.group(3))
            .map(entry -> "\n" + " ".repeat(indent) + "- " + entry)
            .collect(Collectors.joining());
    Span dash = lines.span(line, beside.end(2));
    return Optional.of(
        error(dash, "a list that begins beside its key, expected it in the lines below")
            .withHelp("write each entry in a line of its own, with a hyphen and a space in front")
            .withFix(rewrite(line, beside.start(2), text.length(), entries, false)));
  }

  // name: arrivals bucket: target-bucket-name
  Optional<Diagnostic> severalKeys() {
    int line = found.line();
    String text = lines.text(line);
    if (!lines.isKey(line) || lines.isTooLong(line) || text.contains("#")) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(NEXT_KEY.split(text.strip(), -1));
    if (parts.size() < 2) {
      return Optional.empty();
    }
    String indent = " ".repeat(lines.indent(line));
    Matcher next = NEXT_KEY.matcher(text);
    int second = next.find(lines.indent(line) + 1) ? next.end() : 0;
    return Optional.of(
        error(lines.span(line, second), "a second key in the same line")
            .withHelp("write each key in a line of its own")
            .withFix(
                rewrite(
                    line,
                    0,
                    text.length(),
                    parts.stream()
                        .map(part -> indent + listBelow(part, indent))
                        .collect(Collectors.joining("\n")),
                    false)));
  }

  private static String listBelow(String part, String indent) {
    Matcher beside = LIST_BESIDE_KEY.matcher(part);
    return beside.matches()
        ? part.substring(0, beside.start(2))
            + NEXT_ENTRY
                .splitAsStream(beside.group(3))
                .map(entry -> "\n  " + indent + "- " + entry)
                .collect(Collectors.joining())
        : part;
  }

  // "name": "arrivals",
  Optional<Diagnostic> commaAtEnd() {
    int line = found.line();
    Matcher comma = COMMA.matcher(lines.text(line));
    if (!comma.find(lines.index(found))
        || comma.start() != lines.index(found)
        || comma.end() != lines.text(line).length()) {
      return Optional.empty();
    }
    return Optional.of(
        error(
                lines.span(line, comma.start(1)),
                "a comma after the value, expected the end of the line")
            .withHelp("remove the comma")
            .withFix(rewrite(line, comma.start(1), comma.end(1), "", true)));
  }

  // users: "alpha_user_one", "alpha_user_two"
  Optional<Diagnostic> withoutBrackets() {
    int line = found.line();
    Matcher values = QUOTED_VALUES.matcher(lines.text(line));
    if (!values.matches() || lines.isTooLong(line)) {
      return Optional.empty();
    }
    return Optional.of(
        error(found, "several values, expected a list in brackets")
            .withHelp("put all of them between [ and ]")
            .withFix(
                rewrite(line, values.start(1), values.end(1), "[" + values.group(1) + "]", false)));
  }

  // %YAML 3.0
  Optional<Diagnostic> version() {
    int line = found.line();
    return lines.text(line).startsWith("%YAML")
        ? Optional.of(
            error(new Span(line, 1, 5), "another version of YAML, expected YAML 1.2")
                .withHelp("remove the line")
                .withFix(YamlEdits.rewrite(lines.removal(line), false)))
        : Optional.empty();
  }

  // name = arrivals
  Optional<Diagnostic> equalsSign() {
    for (int line : List.of(found.line(), found.line() - 1)) {
      Matcher equal = EQUALS.matcher(lines.text(line));
      if (equal.matches() && !lines.isTooLong(line)) {
        return Optional.of(
            error(
                    lines.span(line, lines.text(line).indexOf('=')),
                    "an equals sign (=) after the key, expected a colon (:)")
                .withHelp("write \"key: value\"")
                .withFix(rewrite(line, equal.start(2), equal.end(2), ": ", true)));
      }
    }
    return Optional.empty();
  }

  private Fix rewrite(int line, int start, int end, String text, boolean isSafe) {
    return YamlEdits.rewrite(
        new Fix.Edit(
            line, lines.span(line, start).column(), line, lines.span(line, end).column(), text),
        isSafe);
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
