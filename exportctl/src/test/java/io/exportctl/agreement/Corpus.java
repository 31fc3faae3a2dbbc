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

/** The documents that the two opinions are held against, below the names of their schemas. */
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

  /** Values without quotes, a line each, that some take for something else than text. */
  static List<String> scalars() {
    return text(AGREEMENT.resolve("scalars.txt")).lines().toList();
  }

  /** What has a meaning somewhere in YAML. */
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
