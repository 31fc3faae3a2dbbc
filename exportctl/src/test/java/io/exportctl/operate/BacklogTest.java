package io.exportctl.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.Backlog;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kinds;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files that each kind takes for left behind, on the datasets of the repository. */
class BacklogTest {

  private static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
  private static final String EXTRACTIONS =
      "case_notes_prod/metadata/database_name=case_notes_prod/table_name=db_and_table_list/";

  private final Files files = new Files();

  /** Files in memory: the text of each, all written two hours ago unless told otherwise. */
  private static final class Files implements Backlog.StoredFiles {

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Instant> times = new TreeMap<>();

    void add(String key, String text) {
      add(key, text, Duration.ofHours(2));
    }

    void add(String key, String text, Duration age) {
      texts.put(key, text);
      times.put(key, NOW.minus(age));
    }

    @Override
    public List<Backlog.StoredFile> list(String bucket, String prefix) {
      return times.entrySet().stream()
          .filter(file -> file.getKey().startsWith(prefix))
          .map(file -> new Backlog.StoredFile(file.getKey(), file.getValue()))
          .toList();
    }

    @Override
    public Optional<String> text(String bucket, String key) {
      return Optional.ofNullable(texts.get(key));
    }

    @Override
    public boolean hasTag(String bucket, String key, String tag) {
      return false;
    }
  }

  @Test
  void findsExtractionsWithoutAVerdict() {
    files.add(manifest("20300102010000Z"), "{}");
    files.add(manifest("20300101010000Z"), "{}", Duration.ofHours(26));
    files.add(manifest("20300102113000Z"), "{}", Duration.ofMinutes(5));
    files.add("case_notes_prod/results/20300101010000Z.json", "{\"status\":\"published\"}");

    assertThat(find(DatasetKind.LANDING))
        .containsExactly("case_notes_prod 20300102010000Z: no reason");
  }

  @Test
  void findsTheNewestVerdictIfItIsARefusal() {
    String refused =
        """
        {"status":"refused","reasons":[
          {"id":"rows","table":"notes","detail":"3 rows are missing"},{"detail":"x"}]}""";
    files.add("case_notes_prod/results/20300101010000Z.json", refused);
    files.add("case_notes_prod/results/20300102010000Z.json", refused);

    assertThat(find(DatasetKind.LANDING))
        .containsExactly(
            "case_notes_prod 20300102010000Z: refused: notes: 3 rows are missing, and 1 more");
  }

  @Test
  void doesNotStumbleOverAVerdictThatIsNotJson() {
    files.add("case_notes_prod/results/20300102010000Z.json", "not JSON");

    assertThat(find(DatasetKind.LANDING)).isEmpty();
  }

  @Test
  void findsDatesWhoseNewestRunFailed() {
    String failed = "{\"state\":\"FAILED\",\"reason\":\"key_service\",\"message\":\"it is down\"}";
    files.add("runs/claims/2030-01-01/a.json", failed, Duration.ofHours(9));
    files.add("runs/claims/2030-01-01/b.json", "{\"state\":\"COMPLETED\"}");
    files.add("runs/claims/2030-01-02/a.json", "{\"state\":\"COMPLETED\"}", Duration.ofHours(9));
    files.add("runs/claims/2030-01-02/b.json", failed);

    assertThat(find(DatasetKind.COLLECTION)).containsExactly("claims b: key_service: it is down");
  }

  @Test
  void leavesYoungFilesOfAPushDatasetToTheirEvents() {
    String folder = dataset(DatasetKind.PUSH).name() + "/";
    files.add(folder + "old.csv", "");
    files.add(folder + "older.csv", "", Duration.ofDays(3));
    files.add(folder + "young.csv", "", Duration.ofMinutes(29));

    assertThat(find(DatasetKind.PUSH))
        .containsExactly(
            dataset(DatasetKind.PUSH).name() + " older: no reason",
            dataset(DatasetKind.PUSH).name() + " old: no reason");
  }

  private static String manifest(String timestamp) {
    return EXTRACTIONS + "extraction_timestamp=" + timestamp + "/manifest.json";
  }

  /** Returns the dataset's name, the part of each key that tells them apart, and the reason. */
  private List<String> find(DatasetKind kind) {
    Operated dataset = dataset(kind);
    return dataset.backlog(platform()).orElseThrow().find(files, NOW).stream()
        .map(
            stuck ->
                dataset.name()
                    + " "
                    + stuck
                        .file()
                        .replaceFirst("/manifest\\.json$", "")
                        .replaceFirst("\\.\\w+$", "")
                        .replaceFirst(".*[/=]", "")
                    + ": "
                    + stuck.reason().orElse("no reason"))
        .toList();
  }

  private static Platform platform() {
    return Platform.read(inventory().platform());
  }

  private static Inventory inventory() {
    return Workspace.find(ExampleWorkspace.REPOSITORY).read();
  }

  private static Operated dataset(DatasetKind kind) {
    return inventory().datasets().stream()
        .filter(file -> file.kind() == kind)
        .map(Kinds::read)
        .map(Operated.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
