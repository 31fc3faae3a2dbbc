package io.exportctl.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Each key that a schema has is told of when it changes, which a fixture shows. */
class MeaningCoverageTest {

  private static final Path FIXTURES = Goldens.resources().resolve("review");

  static Stream<String> schemas() {
    Stream<String> kinds = Arrays.stream(DatasetKind.values()).map(DatasetKind::id);
    return Stream.concat(
        kinds.filter(kind -> Files.exists(FIXTURES.resolve(kind))), Stream.of("platform"));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void tellsOfEachKey(String schema) throws IOException {
    Set<String> told = new TreeSet<>();
    for (String fixture : Folders.names(FIXTURES.resolve(schema), ".before.yaml")) {
      Path after = FIXTURES.resolve(schema + "/" + fixture + ".after.yaml");
      if (Files.exists(after) && hasChanges(schema + "/" + fixture)) {
        told.addAll(changedKey(FIXTURES.resolve(schema + "/" + fixture + ".before.yaml"), after));
      }
    }

    Set<String> keys = new TreeSet<>(properties(schema));
    // The name of a file's dataset is that of the file; a fixture of a workspace renames one.
    keys.remove("name");
    assertThat(told).containsAll(keys);
  }

  /** Returns the key that alone differs, but for the ARN of alarms, which has the account too. */
  private static Set<String> changedKey(Path before, Path after) throws IOException {
    Map<String, Object> old = yaml(before);
    Map<String, Object> now = yaml(after);
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    keys.removeIf(key -> Objects.equals(old.get(key), now.get(key)));
    if (keys.size() > 1) {
      keys.remove("alarm_topic_arn");
    }
    return keys.size() == 1 ? keys : Set.of();
  }

  private static boolean hasChanges(String fixture) throws IOException {
    return !Files.readString(FIXTURES.resolve(fixture + ".out")).startsWith("0 changes");
  }

  private static Set<String> properties(String schema) {
    String text = SchemaFile.read(SchemaFile.path(schema), Bundle::read);
    return new JSONObject(text).getJSONObject("properties").keySet();
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return new Yaml().load(Files.readString(file));
  }
}
