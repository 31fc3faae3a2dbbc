package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What editors read in this repository agrees with what is there. */
class EditorsTest {

  private static final Path REPOSITORY = ExampleWorkspace.REPOSITORY;
  private static final String MODELINE = "# yaml-language-server: $schema=";

  @Test
  void settingsMapFoldersToSchemasThatExist() throws IOException {
    assertThat(schemas().values())
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(REPOSITORY.resolve(schema)).exists());
  }

  @Test
  void everyFileHasOneSchemaInSettingsAndTheSameInItsFirstLine() throws IOException {
    for (Path file : datasets()) {
      Path relative = REPOSITORY.relativize(file);
      List<String> mapped =
          schemas().entrySet().stream()
              .filter(entry -> matches(entry.getKey(), relative))
              .map(Map.Entry::getValue)
              .toList();
      String first = Files.readAllLines(file).get(0);

      assertThat(mapped).as(relative.toString()).hasSize(1);
      assertThat(first).as(relative.toString()).startsWith(MODELINE);
      assertThat(file.resolveSibling(first.substring(MODELINE.length())).normalize())
          .isEqualTo(REPOSITORY.resolve(mapped.get(0)));
    }
  }

  @Test
  void recommendsTheExtensionThatReadsThem() throws IOException {
    assertThat(read(".vscode/extensions.json").getJSONArray("recommendations").toList())
        .containsExactly("redhat.vscode-yaml");
  }

  /** Schemas by the files that they are for. */
  private static Map<String, String> schemas() throws IOException {
    JSONObject schemas = read(".vscode/settings.json").getJSONObject("yaml.schemas");
    Map<String, String> byGlob = new TreeMap<>();
    schemas.keySet().forEach(schema -> byGlob.put(schemas.getString(schema), schema));
    return byGlob;
  }

  private static List<Path> datasets() throws IOException {
    try (Stream<Path> paths = Files.walk(REPOSITORY.resolve("datasets"))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean matches(String glob, Path file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file);
  }

  private static JSONObject read(String path) throws IOException {
    return new JSONObject(Files.readString(REPOSITORY.resolve(path)));
  }
}
