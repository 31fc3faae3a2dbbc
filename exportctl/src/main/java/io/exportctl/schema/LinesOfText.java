package io.exportctl.schema;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.SourceLines;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file whose lines are all one text for YAML, since each lacks the space after its colon, or has
 * an equals sign instead.
 */
final class LinesOfText {

  private static final Pattern LINE =
      Pattern.compile("\\s*+[A-Za-z_-]++(?: [A-Za-z_-]++)*+((\\s*+=\\s*+)|:)\\S.*+");

  private LinesOfText() {}

  /** Returns one finding for all lines; empty if some line lacks something else. */
  static Optional<Diagnostic> diagnose(YamlDocument document, YamlNode root) {
    if (!(root instanceof YamlNode.Scalar text) || !text.isPlain()) {
      return Optional.empty();
    }
    SourceLines lines = new SourceLines(document.lines());
    List<Fix.Edit> edits = new ArrayList<>();
    boolean hasColons = true;
    for (int line = text.span().line(); line <= text.span().endLine(); line++) {
      Matcher matcher = LINE.matcher(lines.text(line));
      if (lines.isTooLong(line) || !matcher.matches()) {
        return Optional.empty();
      }
      hasColons &= matcher.group(2) == null;
      edits.add(
          new Fix.Edit(
              line,
              lines.span(line, matcher.start(1)).column(),
              line,
              lines.span(line, matcher.end(1)).column(),
              ": "));
    }
    Diagnostic found =
        Diagnostic.of(
            document.location(text),
            RuleId.YAML_SYNTAX,
            hasColons
                ? "no space after the colon, expected \"key: value\""
                : "an equals sign after the key, expected \"key: value\"");
    return Optional.of(
        found
            .withHelp("put a colon and a space after the key, in each line")
            .withFix(new Fix.Rewrite(edits, false)));
  }
}
