package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/rules.md} is true: each of its examples gives exactly the text that stands under it,
 * and no rule is missing. {@code -Dgoldens=update} writes those texts.
 */
class RulesDocumentTest {

  private static final Path DOCUMENT = ExampleWorkspace.REPOSITORY.resolve("docs/rules.md");
  private static final Path FIXTURES = Goldens.resources().resolve("validate");

  private static final Pattern SECTION = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
  private static final Pattern FILE =
      Pattern.compile("^`(datasets/\\S+)`:\n\n```yaml\n(.*?)^```$", multiline());
  private static final Pattern LINK =
      Pattern.compile("^`(datasets/\\S+)`, a link to `(\\S+)`:$", multiline());
  private static final Pattern OUTPUT = Pattern.compile("(?<=^```text\n).*?(?=^```$)", multiline());
  private static final Pattern RULE =
      Pattern.compile("^[^ ].*: (?:error|warning): .* \\[([a-z0-9-]+)]$", Pattern.MULTILINE);
  private static final Pattern REPEATED =
      Pattern.compile("^([^\n]*)<([0-9]+)\\.\\.([0-9]+)>([^\n]*)\n", multiline());
  private static final Pattern CODE = Pattern.compile("<(U\\+|byte )([0-9A-F]+)>");

  @TempDir Path root;

  @Test
  void showsWhatTheToolSays() throws IOException {
    String text = Files.readString(DOCUMENT);
    List<Integer> starts = new ArrayList<>(starts(text));
    starts.add(text.length());
    StringBuilder told = new StringBuilder(text.substring(0, starts.get(0)));
    Path platform = write(root, FILE.matcher(told).results().toList().get(0));

    for (int i = 0; i + 1 < starts.size(); i++) {
      String section = text.substring(starts.get(i), starts.get(i + 1));
      Path workspace = Files.createDirectory(root.resolve(Integer.toString(i)));
      Files.createDirectory(workspace.resolve("datasets"));
      Files.copy(platform, workspace.resolve("datasets/platform.yaml"));
      String output = run(workspace, section);
      told.append(OUTPUT.matcher(section).replaceFirst(Matcher.quoteReplacement(output)));
    }

    Goldens.assertMatches(DOCUMENT, told.toString());
  }

  @Test
  void hasSectionForEveryRuleInOrder() throws IOException {
    Set<String> rules = new TreeSet<>(Set.of("file-too-large", "unreadable-file"));
    for (Path expectation : expectations()) {
      RULE.matcher(Files.readString(expectation)).results().forEach(it -> rules.add(it.group(1)));
    }

    assertThat(SECTION.matcher(Files.readString(DOCUMENT)).results().map(it -> it.group(1)))
        .containsExactlyElementsOf(rules);
  }

  @Test
  void showsTheRuleThatItsSectionIsAbout() throws IOException {
    String text = Files.readString(DOCUMENT);
    List<MatchResult> sections = SECTION.matcher(text).results().toList();
    List<MatchResult> outputs = OUTPUT.matcher(text).results().toList();

    assertThat(outputs).hasSameSizeAs(sections);
    for (int i = 0; i < sections.size(); i++) {
      assertThat(RULE.matcher(outputs.get(i).group()).results().map(it -> it.group(1)))
          .as(sections.get(i).group(1))
          .isNotEmpty()
          .containsOnly(sections.get(i).group(1));
    }
  }

  /** What the tool says of the files of a section. */
  private static String run(Path workspace, String section) throws IOException {
    for (MatchResult file : FILE.matcher(section).results().toList()) {
      write(workspace, file);
    }
    for (MatchResult link : LINK.matcher(section).results().toList()) {
      Path path = workspace.resolve(link.group(1));
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(link.group(2)));
    }
    return Cli.in(workspace).run("validate", "--quiet").out();
  }

  private static Path write(Path workspace, MatchResult file) throws IOException {
    Path path = workspace.resolve(file.group(1));
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes(repeated(file.group(2))));
  }

  /** A line with {@code <00..35>} stands for one line with each of the numbers. */
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

  /** {@code <U+200B>} stands for that character, {@code <byte E9>} for that byte. */
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

  private static List<Integer> starts(String text) {
    return SECTION.matcher(text).results().map(MatchResult::start).toList();
  }

  private static List<Path> expectations() throws IOException {
    try (Stream<Path> paths = Files.walk(FIXTURES)) {
      return paths.filter(path -> path.toString().endsWith(".out")).sorted().toList();
    }
  }

  private static int multiline() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
