package io.exportctl.support;

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

/** Relative links of the documents in a folder: the pages beside the README, and those in docs. */
public final class DocumentLinks {

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]+`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private DocumentLinks() {}

  /** Returns the Markdown files of the folder itself and of its folder docs, sorted. */
  public static List<Path> documents(Path root) {
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the links that lead to no file or heading, each after its document. */
  public static List<String> broken(Path root) {
    return documents(root).stream().flatMap(document -> broken(root, document)).toList();
  }

  private static Stream<String> broken(Path root, Path document) {
    return LINK.matcher(CODE.matcher(read(document)).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !resolves(root, document, link))
        .map(link -> root.relativize(document) + ": " + link);
  }

  private static boolean resolves(Path root, Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return target.startsWith(root)
        && Files.exists(target)
        && (parts.length == 1 || anchors(read(target)).contains(parts[1]));
  }

  /** Returns the anchors of the headings, as GitHub makes them. */
  public static Set<String> anchors(String markdown) {
    Map<String, Integer> times = new HashMap<>();
    return HEADING
        .matcher(FENCE.matcher(markdown).replaceAll(""))
        .results()
        .map(DocumentLinks::anchor)
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
