package io.exportctl.landing.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks keys against the patterns of {@link Keys}. A key that passes also passes the platform's
 * existing validator, except for the verdicts below {@code results/}, which are the loader's.
 */
public final class KeyCheck {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> DATA_FILES =
      List.of(".jsonl.zst", ".jsonl.gz", ".jsonl", ".json", ".csv");

  private KeyCheck() {}

  /**
   * Finds the first fault of a key.
   *
   * @param key below the dataset's prefix
   * @return a clause that tells what was found and what is expected
   */
  public static Optional<String> fault(String key) {
    List<String> names = List.of(key.split("/", -1));
    String top = names.get(0);
    if (top.equals("results")) {
      return result(names);
    }
    if (!List.of("data", "logs", "metadata").contains(top)) {
      return Optional.of("begins with \"%s/\", not with data/, logs/ or metadata/".formatted(top));
    }
    if (names.size() != 5) {
      return Optional.of(
          "has the wrong number of folders: %d instead of 4".formatted(names.size() - 1));
    }
    return value(names.get(1), "database_name", top.equals("data") ? "_" : "")
        .or(() -> value(names.get(2), "table_name", ""))
        .or(() -> metadata(top, names.get(2)))
        .or(() -> value(names.get(3), "extraction_timestamp", ""))
        .or(() -> timestamp(names.get(3).substring("extraction_timestamp=".length())))
        .or(() -> file(top, names.get(4)));
  }

  private static Optional<String> result(List<String> names) {
    String file = names.get(names.size() - 1);
    if (names.size() != 2 || !file.endsWith(".json")) {
      return Optional.of("is not results/<timestamp>.json");
    }
    return timestamp(file.substring(0, file.length() - ".json".length()));
  }

  private static Optional<String> value(String folder, String name, String part) {
    String start = name + "=";
    if (!folder.startsWith(start) || folder.length() == start.length()) {
      return Optional.of("has the folder \"%s\" instead of %s<value>".formatted(folder, start));
    }
    return folder.substring(start.length()).contains(part)
        ? Optional.empty()
        : Optional.of(
            "has the folder \"%s\" without a \"%s\" in the value".formatted(folder, part));
  }

  private static Optional<String> metadata(String top, String folder) {
    return !top.equals("metadata") || folder.equals("table_name=" + Keys.TABLE_LIST)
        ? Optional.empty()
        : Optional.of(
            "has the folder \"%s\" instead of table_name=%s".formatted(folder, Keys.TABLE_LIST));
  }

  private static Optional<String> timestamp(String text) {
    try {
      LocalDateTime.parse(text, TIMESTAMP);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          "has the timestamp \"%s\", which is not a time like 20260801010000Z".formatted(text));
    }
  }

  private static Optional<String> file(String top, String name) {
    if (name.isEmpty()) {
      return Optional.of("is a folder, not a file");
    }
    return !top.equals("data") || DATA_FILES.stream().anyMatch(name::endsWith)
        ? Optional.empty()
        : Optional.of(
            "has the file \"%s\", which does not end in one of %s"
                .formatted(name, String.join(" ", DATA_FILES)));
  }
}
