package io.exportctl.agreement;

import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONArray;

/** Documents on which the two verdicts are compared, by the names of their schemas. */
final class Corpus {

  static final List<String> SCHEMAS = List.of("push", "pull", "platform");

  private static final Path AGREEMENT = Goldens.resources().resolve("agreement");

  private Corpus() {}

  static List<Path> files(String schema) {
    return Stream.of(Goldens.resources().resolve("validate"), AGREEMENT)
        .map(folder -> folder.resolve(schema))
        .flatMap(
            folder ->
                Folders.names(folder, ".yaml").stream().map(name -> folder.resolve(name + ".yaml")))
        .toList();
  }

  /** Returns unquoted values, one per line, that some readers do not take as text. */
  static List<String> scalars() {
    return text(AGREEMENT.resolve("scalars.txt")).lines().toList();
  }

  /** Character sequences with a meaning in YAML. */
  static List<String> fragments() {
    return new JSONArray(text(AGREEMENT.resolve("fragments.json")))
        .toList().stream().map(String::valueOf).toList();
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
