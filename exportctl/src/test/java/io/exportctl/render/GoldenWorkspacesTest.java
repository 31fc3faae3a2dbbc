package io.exportctl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.schema.Schemas;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole workspaces in {@code src/test/resources/render}, each with the Terraform that it becomes.
 */
@Execution(ExecutionMode.CONCURRENT)
class GoldenWorkspacesTest {

  private static final Path GOLDENS = Goldens.resources().resolve("render");

  @ParameterizedTest
  @ValueSource(strings = {"examples", "edges", "empty", "life"})
  void rendersWorkspace(String name) {
    TreeMap<String, String> rendered = new TreeMap<>();
    render(name, Layout.SINGLE).forEach(file -> rendered.put(file.path(), file.content()));

    Goldens.assertMatchesAll(GOLDENS.resolve(name).resolve("terraform"), rendered);
  }

  @Test
  void rendersRootForEachDataset() {
    TreeMap<String, String> rendered = new TreeMap<>();
    render("edges", Layout.PER_DATASET).forEach(file -> rendered.put(file.path(), file.content()));

    Goldens.assertMatchesAll(GOLDENS.resolve("edges/per-dataset"), rendered);
  }

  /** So what UpgradeIT proves of this root's state in one layout holds in the other. */
  @Test
  void rendersTheSamePlatformInEitherLayout() {
    List<RenderedFile> single = platform(Layout.SINGLE);

    assertThat(single).hasSize(2).anyMatch(file -> file.content().contains("\nmoved {\n"));
    assertThat(platform(Layout.PER_DATASET)).isEqualTo(single);
  }

  private static List<RenderedFile> platform(Layout layout) {
    return render("edges", layout).stream()
        .filter(file -> file.path().startsWith("platform"))
        .toList();
  }

  /** The last push dataset may go without the export bucket and all that is in it. */
  @Test
  void keepsTheExportBucketWithoutPushDatasets() {
    assertThat(render("empty", Layout.SINGLE))
        .extracting(RenderedFile::path)
        .containsExactly("platform.tf", "platform_push.tf", "users.tf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples", "edges", "empty", "life"})
  void rendersSameBytesFromAnyOrder(String name) {
    Workspace workspace = workspace(name);
    Inventory inventory = workspace.read();
    List<DatasetFile> shuffled = new ArrayList<>(inventory.datasets());
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      Inventory other = new Inventory(inventory.platform(), shuffled, List.of());

      assertThat(render(workspace, other, Layout.SINGLE)).isEqualTo(render(name, Layout.SINGLE));
    }
  }

  private static List<RenderedFile> render(String name, Layout layout) {
    Workspace workspace = workspace(name);
    Inventory inventory = workspace.read();
    assertThat(
            new Validator(new Schemas(workspace::resource), LocalDate.EPOCH)
                .validate(inventory)
                .onAnyDate()
                .hasErrors())
        .isFalse();
    return render(workspace, inventory, layout);
  }

  private static List<RenderedFile> render(
      Workspace workspace, Inventory inventory, Layout layout) {
    Platform platform = Platform.read(inventory.platform());
    return RootModules.of(new TemplateEngine(workspace::resource), platform, inventory)
        .files(layout, RenderScope.ALL, List.of())
        .stream()
        .map(PlannedFile::render)
        .toList();
  }

  /** The examples are the repository's own datasets, so that they cannot grow stale. */
  private static Workspace workspace(String name) {
    return Workspace.find(
        name.equals("examples") ? ExampleWorkspace.REPOSITORY : GOLDENS.resolve(name));
  }
}
