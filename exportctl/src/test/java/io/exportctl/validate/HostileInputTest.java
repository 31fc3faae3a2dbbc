package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.report.TextPrinter;
import io.exportctl.schema.Schemas;
import io.exportctl.schema.SchemasOfTheRepository;
import io.exportctl.support.Goldens;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to be slow, or to exhaust the stack, are refused in reasonable time. */
class HostileInputTest {

  /** Seconds are enough for linear time on a busy machine; quadratic time would take hours. */
  private static final Duration SOON = Duration.ofMinutes(5);

  private static final int LARGEST = YamlReader.LARGEST_FILE;
  private static final Schemas SCHEMAS = SchemasOfTheRepository.load();

  private static final YamlDocument PLATFORM = YamlReader.read("platform.yaml", platform());

  static Stream<Arguments> files() {
    return Stream.of(
            Map.entry("alias bomb", aliasBomb()),
            Map.entry("1 MiB of [", "[".repeat(1 << 20)),
            Map.entry("1 MiB of one line", "name: " + "x".repeat(1 << 20)),
            Map.entry("1 MiB of entries", "- a\n".repeat(1 << 18)),
            Map.entry("as many [ as fit", "[".repeat(LARGEST)),
            Map.entry("as many { as fit", "{".repeat(LARGEST)),
            Map.entry("10,000 levels", "a: " + "[".repeat(10_000) + "]".repeat(10_000)),
            Map.entry("blocks in blocks", lines(340, i -> " ".repeat(i) + "a:")),
            Map.entry("one long value", "name: " + "x".repeat(LARGEST - 6)),
            Map.entry("one long value of spaces", "bucket: \"x" + " ".repeat(60_000) + "x\""),
            Map.entry("one long value of commas", "users: [\"" + "a, ".repeat(20_000) + "\"]"),
            Map.entry("one long key", "x".repeat(1_000) + ": 1"),
            Map.entry("one long number", "recovery_days: " + "9".repeat(60_000)),
            Map.entry(
                "10,000 unknown keys", lines(10_000, i -> "k" + i + ":").substring(0, LARGEST)),
            Map.entry("10,000 times one key", "a:\n".repeat(10_000)),
            Map.entry("as many entries as fit", "- a\n".repeat(LARGEST / 4)),
            Map.entry("users, all alike", "name: x\nusers:\n" + "- a\n".repeat(LARGEST / 4 - 4)),
            Map.entry("users, all different", "users: [" + items(10_000) + "]"),
            Map.entry("wrong users in one line", "users: [" + "1,".repeat(30_000) + "]"),
            Map.entry("quotes", "'".repeat(LARGEST)),
            Map.entry("question marks", "? ".repeat(LARGEST / 2)),
            Map.entry("dashes", "- ".repeat(LARGEST / 2)),
            Map.entry("colons", ": ".repeat(LARGEST / 2)),
            Map.entry("line breaks", "\n".repeat(LARGEST)),
            Map.entry("comments", "# x\n".repeat(LARGEST / 4)),
            Map.entry("documents", "---\n".repeat(LARGEST / 4)),
            Map.entry("line of spaces before a tab", " ".repeat(60_000) + "\tx: ["))
        .map(file -> Arguments.of(Named.of(file.getKey(), file.getValue())));
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesSoonAndInOrder(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    Diagnostics found =
        assertTimeoutPreemptively(
            SOON,
            () -> {
              Diagnostics diagnostics = validate(bytes);
              new TextPrinter(new PrintWriter(Writer.nullWriter()), true, true).print(diagnostics);
              return diagnostics;
            });

    assertThat(found.hasErrors()).isTrue();
    assertThat(found.all())
        .isSortedAccordingTo(Diagnostic::inReports)
        .allMatch(diagnostic -> diagnostic.message().length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("tags")
  void refusesTagsOfThePlatformSoon(String tags) {
    var document = YamlReader.read("platform.yaml", tags.getBytes(StandardCharsets.UTF_8));

    var found = assertTimeoutPreemptively(SOON, () -> SCHEMAS.checkPlatform(document));

    assertThat(found).hasSizeGreaterThan(4_000);
  }

  static Stream<Arguments> tags() {
    return Stream.of(
            Map.entry("wrong names", "tags:\n" + lines(5_000, i -> " a/~" + i + ": x")),
            Map.entry("wrong values", "tags:\n" + lines(5_000, i -> " a" + i + ": [1]")))
        .map(file -> Arguments.of(Named.of(file.getKey(), file.getValue())));
  }

  private static byte[] platform() {
    try {
      return Files.readAllBytes(Goldens.resources().resolve("validate/platform.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Validates a file as the only dataset. */
  private static Diagnostics validate(byte[] bytes) {
    DatasetFile file =
        new DatasetFile(
            DatasetKind.of("push").orElseThrow(),
            Optional.of("x"),
            "datasets/push/x.yaml",
            YamlReader.read("x.yaml", bytes));
    return new Validator(SCHEMAS, LocalDate.EPOCH)
        .validate(new Inventory(PLATFORM, List.of(file), List.of()));
  }

  private static String aliasBomb() {
    String first = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    return first
        + lines(
            40, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [" + ("*a" + i + ", ").repeat(9) + "]");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private static String items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(i + 36 * 36, 36))
        .map(item -> "u" + item)
        .collect(Collectors.joining(","));
  }
}
