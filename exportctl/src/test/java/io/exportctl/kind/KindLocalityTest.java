package io.exportctl.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** A key that only one kind has is known to no package but that kind's. */
class KindLocalityTest {

  /**
   * Sources that have words of their own in common with keys: in the JSON that they read or write,
   * or as a folder.
   */
  private static final Map<String, Set<String>> OTHER_MEANINGS =
      Map.ofEntries(
          Map.entry("cli/command/SchemaCommand.java", Set.of("schema")),
          Map.entry("cli/command/Subcommand.java", Set.of("schema", "suspend")),
          Map.entry("cli/command/SuspendCommand.java", Set.of("suspend")),
          Map.entry("dataset/AwsResource.java", Set.of("bucket", "schedule")),
          Map.entry("doctor/WorkspaceChecks.java", Set.of("schema")),
          Map.entry("handshake/HandshakePrinter.java", Set.of("account")),
          Map.entry("operate/DeadLetter.java", Set.of("bucket")),
          Map.entry("operate/PartnerCheck.java", Set.of("bucket")),
          Map.entry("register/Column.java", Set.of("bucket")),
          Map.entry("report/Explanation.java", Set.of("id")),
          Map.entry("report/SarifRule.java", Set.of("id")),
          Map.entry("review/plan/PlanFile.java", Set.of("mode")),
          Map.entry("review/plan/ResourceChange.java", Set.of("bucket", "id")),
          Map.entry("site/DeployedResources.java", Set.of("mode")),
          Map.entry("site/Site.java", Set.of("id")),
          Map.entry("workspace/SchemaFile.java", Set.of("schema")),
          Map.entry("workspace/Workspace.java", Set.of("schema")));

  private static final Path ROOT = Path.of("src", "main", "java", "io", "exportctl");

  @Test
  void keepsEachKeyInThePackageOfItsKind() {
    List<String> against =
        sources()
            .filter(source -> !isInAKind(source))
            .flatMap(
                source ->
                    ownKeys().values().stream()
                        .flatMap(Set::stream)
                        .filter(key -> text(source).contains('"' + key + '"'))
                        .filter(key -> !hasOtherMeaning(key, source))
                        .map(key -> ROOT.relativize(source) + " names the key " + key))
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void looksForTheKeysOfEveryKind() {
    assertThat(ownKeys().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(DatasetKind.values()).map(DatasetKind::id).toList());
    assertThat(ownKeys().values()).noneMatch(Set::isEmpty);
  }

  private static boolean hasOtherMeaning(String key, Path source) {
    return OTHER_MEANINGS.getOrDefault(name(source), Set.of()).contains(key);
  }

  private static String name(Path source) {
    return ROOT.relativize(source).toString().replace('\\', '/');
  }

  /** A kind may use any word in its own package. */
  private static boolean isInAKind(Path source) {
    return Stream.of(DatasetKind.values())
        .anyMatch(kind -> source.startsWith(ROOT.resolve("kind/" + kind.id())));
  }

  /** The keys that only one schema has, by kind. */
  private static Map<String, Set<String>> ownKeys() {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (DatasetKind kind : DatasetKind.values()) {
      keys.put(kind.id(), keys(kind));
      for (DatasetKind other : DatasetKind.values()) {
        if (other != kind) {
          keys.get(kind.id()).removeAll(keys(other));
        }
      }
    }
    return keys;
  }

  private static Set<String> keys(DatasetKind kind) {
    String schema = SchemaFile.read(SchemaFile.path(kind.id()), Bundle::read);
    return new TreeSet<>(new JSONObject(schema).getJSONObject("properties").keySet());
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
