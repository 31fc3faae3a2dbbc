package io.exportctl.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.Platform;
import io.exportctl.git.FileHistory;
import io.exportctl.kind.Kinds;
import io.exportctl.register.Entry;
import io.exportctl.render.PlannedFile;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Repository;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that must not grow with the number of datasets, counted: times depend on the machine. */
class SiteCountsTest {

  /** Bytes of a page of a dataset beyond which a list of all datasets must have crept in. */
  private static final int LARGEST_PAGE = 40_000;

  @Test
  void readsEachTemplateOnce() {
    assertThat(reads(1_000)).isEqualTo(reads(10)).containsValue(1).doesNotContainValue(2);
  }

  @Test
  void keepsPagesOfDatasetsSmall() {
    List<PlannedFile> files = files(1_000, Bundle::read);

    assertThat(files).hasSizeBetween(1_500, 2_000);
    assertThat(files)
        .filteredOn(file -> file.path().startsWith("datasets/"))
        .hasSize(1_000)
        .allSatisfy(file -> assertThat(file.content().get()).hasSizeLessThan(LARGEST_PAGE));
  }

  /** Git itself writes a line for each of its starts. */
  @Test
  void asksGitFourTimes(@TempDir Path root, @TempDir Path traces) throws IOException {
    ExampleWorkspace.writeTo(root);
    Repository.in(root).commit();
    Path trace = traces.resolve("trace");

    FileHistory history =
        FileHistory.of(
            Workspace.find(root),
            Map.of("PATH", System.getenv("PATH"), "GIT_TRACE2_EVENT", trace.toString()));

    assertThat(history.byFile()).hasSize(5);
    assertThat(Files.readAllLines(trace))
        .filteredOn(line -> line.contains("\"event\":\"start\""))
        .hasSize(4);
  }

  /** Returns the number of reads of each template. */
  private static Map<String, Integer> reads(int size) {
    Map<String, Integer> reads = new HashMap<>();
    List<PlannedFile> files =
        files(
            size,
            path -> {
              reads.merge(path, 1, Integer::sum);
              return Bundle.read(path);
            });
    files.forEach(file -> assertThat(file.content().get()).isNotEmpty());
    return reads;
  }

  private static List<PlannedFile> files(int size, Function<String, byte[]> resources) {
    Inventory inventory = Written.inventory(size);
    Platform platform = Platform.read(inventory.platform());
    List<Entry> entries = new ArrayList<>();
    inventory
        .datasets()
        .forEach(file -> entries.add(new Entry(file, Kinds.read(file), platform, false)));
    FileHistory nothing = new FileHistory(Optional.empty(), Map.of());
    return Site.files(
        resources, entries, platform, SiteSources.of(nothing, Optional.empty(), List.of()));
  }
}
