package io.exportctl.e2e;

import io.exportctl.e2e.Expectation.Holds;
import io.exportctl.e2e.Expectation.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads expectations from YAML files, which {@code e2e/policies/README.md} describes. */
final class ExpectationFiles {

  private static final String RECEIVERS = "as exportctl handshake asks";
  private static final Set<String> SUBJECT_KEYS =
      Set.of("who", "as", "holds", "receivers", "may", "may not");
  private static final Set<String> REQUEST_KEYS = Set.of("actions", "resources", "over", "with");
  private static final int MAX_ALIASES = 1000;

  private final String file;
  private final List<Expectation> expectations = new ArrayList<>();

  private ExpectationFiles(String file) {
    this.file = file;
  }

  /**
   * Reads all expectations of a folder's files, in their order.
   *
   * @param words texts in place of words of the files
   */
  static List<Expectation> read(Path folder, Map<String, String> words) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(path -> readFile(path, words).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Expectation> readFile(Path path, Map<String, String> words) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    ExpectationFiles file =
        new ExpectationFiles(path.getFileName().toString().replace(".yaml", ""));
    try {
      String text = Files.readString(path);
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace(word.getKey(), word.getValue());
      }
      Object subjects = new Yaml(new SafeConstructor(options)).load(text);
      ((List<?>) subjects).forEach(subject -> file.subject((Map<?, ?>) subject));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.expectations;
  }

  private void subject(Map<?, ?> yaml) {
    requireKnown(yaml, SUBJECT_KEYS);
    if (yaml.containsKey("receivers")) {
      require(yaml.get("receivers").equals(RECEIVERS), yaml);
    }
    String holds = yaml.containsKey("holds") ? text(yaml, "holds") : "ours";
    Subject subject =
        new Subject(
            text(yaml, "who"),
            text(yaml, "as"),
            Holds.valueOf(holds.toUpperCase(Locale.ROOT)),
            yaml.containsKey("receivers"));
    requests(subject, true, map(yaml, "may"));
    requests(subject, false, map(yaml, "may not"));
  }

  private void requests(Subject subject, boolean allowed, Map<?, ?> sentences) {
    sentences.forEach(
        (sentence, yaml) -> requests(subject, allowed, sentence.toString(), (Map<?, ?>) yaml));
  }

  private void requests(Subject subject, boolean allowed, String sentence, Map<?, ?> yaml) {
    requireKnown(yaml, REQUEST_KEYS);
    Map<String, String> context = new TreeMap<>();
    map(yaml, "with").forEach((key, value) -> context.put(key.toString(), value.toString()));
    if (yaml.containsKey("over")) {
      context.putAll(transport(text(yaml, "over")));
    }
    for (String action : texts(yaml.get("actions"), yaml)) {
      for (String resource : texts(yaml.get("resources"), yaml)) {
        expectations.add(
            new Expectation(file, subject, allowed, sentence, action, resource, context));
      }
    }
  }

  private static Map<String, String> transport(String over) {
    return switch (over) {
      case "http" -> Map.of("aws:SecureTransport", "false");
      case "TLS 1.1" -> Map.of("s3:TlsVersion", "1.1");
      case "TLS 1.2" -> Map.of("s3:TlsVersion", "1.2");
      default -> throw new AssertionError("over http, TLS 1.1 or TLS 1.2, not " + over);
    };
  }

  /** Flattens a text, or a list of texts and such lists. */
  private static List<String> texts(Object value, Map<?, ?> place) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(each -> texts(each, place).stream()).toList();
    }
    require(value instanceof String, place);
    return List.of((String) value);
  }

  private static String text(Map<?, ?> yaml, String key) {
    require(yaml.get(key) instanceof String, yaml);
    return (String) yaml.get(key);
  }

  private static Map<?, ?> map(Map<?, ?> yaml, String key) {
    return yaml.containsKey(key) ? (Map<?, ?>) yaml.get(key) : Map.of();
  }

  private static void requireKnown(Map<?, ?> yaml, Set<String> keys) {
    require(keys.containsAll(yaml.keySet()), yaml);
  }

  private static void require(boolean condition, Map<?, ?> place) {
    if (!condition) {
      throw new AssertionError("not as e2e/policies/README.md says: " + place);
    }
  }
}
