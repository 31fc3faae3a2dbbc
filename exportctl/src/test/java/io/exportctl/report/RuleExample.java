package io.exportctl.report;

import io.exportctl.cli.Cli;
import io.exportctl.support.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Example files in a Markdown text.
 *
 * @param markdown a text with blocks of YAML, each below its path
 */
record RuleExample(String markdown) {

  private static final Pattern FILE =
      Pattern.compile(
          "^`(datasets/\\S+)`:\n\n```yaml\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REMOVED =
      Pattern.compile(
          "^`(datasets/\\S+)`, which `main` has and this branch has not:\n\n```yaml\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("^`(datasets/\\S+)`, a link to `(\\S+)`:$", Pattern.MULTILINE);
  private static final Pattern REPEATED =
      Pattern.compile("^([^\n]*)<([0-9]+)\\.\\.([0-9]+)>([^\n]*)\n", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("<(U\\+|byte )([0-9A-F]+)>");

  /** Returns the tool's output for these files in a workspace. */
  Cli.Result run(Path workspace) throws IOException {
    writeTo(workspace);
    List<MatchResult> removed = REMOVED.matcher(markdown).results().toList();
    return removed.isEmpty()
        ? Cli.in(workspace).run("validate", "--quiet")
        : runWithout(removed, workspace);
  }

  /** Runs the tool on a branch without some files that the branch main has. */
  private static Cli.Result runWithout(List<MatchResult> removed, Path workspace)
      throws IOException {
    for (MatchResult file : removed) {
      Files.writeString(create(workspace, file.group(1)), file.group(2));
    }
    Repository repository = Repository.in(workspace);
    repository.commit();
    repository.git("checkout", "-q", "-b", "work");
    for (MatchResult file : removed) {
      Files.delete(workspace.resolve(file.group(1)));
    }
    return Cli.in(workspace).run("validate", "--quiet", "--changed-since", "main");
  }

  void writeTo(Path workspace) throws IOException {
    for (MatchResult file : FILE.matcher(markdown).results().toList()) {
      Files.write(create(workspace, file.group(1)), bytes(repeated(file.group(2))));
    }
    for (MatchResult link : LINK.matcher(markdown).results().toList()) {
      Files.createSymbolicLink(create(workspace, link.group(1)), Path.of(link.group(2)));
    }
  }

  private static Path create(Path workspace, String path) throws IOException {
    Path file = workspace.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Expands a line with {@code <00..35>} to one line for each number. */
  private static String repeated(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(
            line -> {
              StringBuilder lines = new StringBuilder();
              String format = "%s%0" + line.group(2).length() + "d%s\n";
              int last = Integer.parseInt(line.group(3));
              for (int i = Integer.parseInt(line.group(2)); i <= last; i++) {
                lines.append(format.formatted(line.group(1), i, line.group(4)));
              }
              return Matcher.quoteReplacement(lines.toString());
            });
  }

  /** Replaces {@code <U+200B>} by that character and {@code <byte E9>} by that byte. */
  private static byte[] bytes(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher code = CODE.matcher(text);
    int end = 0;
    while (code.find()) {
      bytes.write(text.substring(end, code.start()).getBytes(StandardCharsets.UTF_8));
      int number = Integer.parseInt(code.group(2), 16);
      bytes.write(
          code.group(1).startsWith("U")
              ? Character.toString(number).getBytes(StandardCharsets.UTF_8)
              : new byte[] {(byte) number});
      end = code.end();
    }
    bytes.write(text.substring(end).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
