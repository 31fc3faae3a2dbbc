package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the escape in double quotes that stands for no character. SnakeYAML gives up on some of
 * them with an exception that names no place.
 */
final class BrokenEscape {

  private static final String HEX = "[0-9A-Fa-f]";
  private static final Pattern BROKEN =
      Pattern.compile(
          "\\\\(?:x(?!%1$s{2})|u(?!%1$s{4})|U(?!00(?:0%1$s|10)%1$s{4}))%1$s{0,8}".formatted(HEX));

  private BrokenEscape() {}

  static Diagnostic diagnose(YamlDocument source) {
    SourceLines lines = new SourceLines(source.lines());
    for (int line = 1; line <= lines.count(); line++) {
      Matcher matcher = BROKEN.matcher(lines.text(line));
      if (matcher.find()) {
        Span start = lines.span(line, matcher.start());
        Span whole = new Span(line, start.column(), matcher.group().length());
        return error(source.location(whole), Quotation.quote(matcher.group()) + " stands for no");
      }
    }
    return error(Location.of(source.file()), "an escape in double quotes stands for no");
  }

  private static Diagnostic error(Location place, String found) {
    return Diagnostic.of(
            place, RuleId.YAML_SYNTAX, found + " character, expected \\u and four digits")
        .withHelp("use single quotes, in which a backslash stands for itself");
  }
}
