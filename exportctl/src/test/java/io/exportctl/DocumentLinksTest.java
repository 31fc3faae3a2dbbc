package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link of the repository's documents leads to a file, and to a heading in it. */
class DocumentLinksTest {

  private static final Path ROOT = ExampleWorkspace.REPOSITORY;
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]+`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @Test
  void leadsToFilesAndHeadings() {
    List<Path> documents = documents();

    assertThat(documents).hasSizeGreaterThan(30);
    assertThat(documents.stream().flatMap(DocumentLinksTest::broken)).isEmpty();
  }

  @Test
  void namesHeadingsAsGithubDoes() {
    assertThat(anchors("# A `b`, c\n\n## Why not?\n\n```\n# no\n```\n## Why not?\n"))
        .containsExactlyInAnyOrder("a-b-c", "why-not", "why-not-1");
  }

  /** A page that nothing leads to is not found. */
  @Test
  void leadsToEveryDecision() {
    String list = read(ROOT.resolve("docs/decisions/README.md"));

    assertThat(documents())
        .filteredOn(document -> document.getParent().endsWith("decisions"))
        .filteredOn(document -> !document.endsWith("README.md"))
        .isNotEmpty()
        .allSatisfy(document -> assertThat(list).contains("(" + document.getFileName() + ")"));
  }

  private static List<Path> documents() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> broken(Path document) {
    return LINK.matcher(CODE.matcher(read(document)).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !resolves(document, link))
        .map(link -> ROOT.relativize(document) + ": " + link);
  }

  private static boolean resolves(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || anchors(read(target)).contains(parts[1]));
  }

  private static Set<String> anchors(String markdown) {
    Map<String, Integer> times = new HashMap<>();
    return HEADING
        .matcher(FENCE.matcher(markdown).replaceAll(""))
        .results()
        .map(DocumentLinksTest::anchor)
        .map(
            anchor -> {
              int earlier = times.merge(anchor, 1, Integer::sum) - 1;
              return earlier == 0 ? anchor : anchor + "-" + earlier;
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
