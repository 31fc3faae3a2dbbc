package io.exportctl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any edits, the same is found as by somebody who sees the workspace for the first time. */
class RepeatedValidationTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);
  private static final int ROUNDS = 60;

  private static final List<String> FILES =
      List.of(
          "push/a.yaml",
          "push/b.yaml",
          "push/prison_arrivals.yaml",
          "pull/a.yaml",
          "pull/court_dashboard.yaml",
          "pull/a.yml",
          "push/notes.txt",
          "psuh/a.yaml",
          "stray.yaml");

  private static final List<String> FOLDERS = List.of("push", "pull", "psuh");

  private static final List<String> TEXTS =
      List.of(
          "",
          "- x\n",
          "name: [\n",
          "name: a\nbuckt: target\n",
          """
          name: a
          bucket: target-one
          users: [alpha_user_one]
          paperwork: https://a.org
          """,
          """
          name: b
          bucket: target-two
          users: [other_user]
          paperwork: https://a.org
          """,
          """
          name: a
          pull_arns: [arn:aws:iam::210987654321:role/r]
          users: [alpha_user_one]
          paperwork: https://a.org
          """);

  @TempDir Path root;

  private Random random;
  private final Set<Path> changed = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheSameAsTheFirstTime(long seed) throws IOException {
    ExampleWorkspace.writeTo(root);
    random = new Random(seed);
    Workspace workspace = Workspace.find(root);
    RepeatedValidation repeated = new RepeatedValidation(workspace);
    List<Integer> counts = new ArrayList<>();

    for (int round = 0; round < ROUNDS; round++) {
      RepeatedValidation.Result result = repeated.validate(TODAY);

      Validator anew = new Validator(new Schemas(workspace::resource), TODAY);
      assertThat(result.found()).as("round %d", round).isEqualTo(anew.validate(workspace.read()));
      assertThat(result.inventory()).isEqualTo(workspace.read());
      counts.add(result.found().all().size());
      // Now and then as many at once as when another branch is checked out.
      for (int edits = random.nextInt(8) == 0 ? 40 : random.nextInt(4); edits >= 0; edits--) {
        edit();
      }
      repeated.forget(changed);
      changed.clear();
    }

    assertThat(counts).as("something happens").containsAnyOf(0, 1, 2);
    assertThat(Set.copyOf(counts)).hasSizeGreaterThan(5);
  }

  @Test
  void looksOnlyAtTheFileThatChanged() throws IOException {
    ExampleWorkspace.writeTo(root);
    RepeatedValidation repeated = new RepeatedValidation(Workspace.find(root));
    List<DatasetFile> before = repeated.validate(TODAY).inventory().datasets();
    Path file = root.resolve(before.get(0).source());

    replace(file, Files.readString(file).replace("bucket:", "buckt:"));
    // Nobody said so.
    Files.createDirectory(root.resolve("datasets/unseen"));
    repeated.forget(changed);
    RepeatedValidation.Result after = repeated.validate(TODAY);

    assertThat(after.found().all()).hasSize(1);
    assertThat(after.inventory().strays()).isEmpty();
    assertThat(after.inventory().datasets().get(0)).isNotEqualTo(before.get(0));
    for (int i = 1; i < before.size(); i++) {
      assertThat(after.inventory().datasets().get(i)).isSameAs(before.get(i));
    }
  }

  private void edit() throws IOException {
    Path datasets = root.resolve("datasets");
    Path file = datasets.resolve(pick(FILES));
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> write(file, pick(TEXTS));
      case 4 -> remove(file);
      case 5 -> move(file, datasets.resolve(pick(FILES)));
      case 6 -> move(datasets.resolve(pick(FOLDERS)), datasets.resolve(pick(FOLDERS)));
      case 7 -> remove(datasets.resolve(pick(FOLDERS)));
      case 8 -> {
        String platform =
            Files.readString(ExampleWorkspace.REPOSITORY.resolve("datasets/platform.yaml"));
        write(
            datasets.resolve("platform.yaml"),
            random.nextBoolean() ? platform : platform.replace("alpha_user_", "other_"));
      }
      case 9 -> replace(file, pick(TEXTS));
      case 10 -> write(file.resolveSibling("." + file.getFileName() + ".swp"), "open");
      default -> {
        Path schema = root.resolve("schema/push.schema.json");
        if (random.nextBoolean()) {
          remove(schema.getParent());
        } else {
          String text =
              Files.readString(ExampleWorkspace.REPOSITORY.resolve("schema/push.schema.json"));
          write(
              schema,
              text.replace("\"keep_files\"", "\"keep\"").replace("\"bucket\"", "\"buckt\""));
        }
      }
    }
  }

  private void write(Path file, String text) throws IOException {
    for (Path folder = file.getParent(); !Files.exists(folder); folder = folder.getParent()) {
      changed.add(folder);
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    changed.add(file);
  }

  /** As editors do that put what they save aside first. */
  private void replace(Path file, String text) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + "~");
    write(aside, text);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    changed.add(file);
  }

  private void remove(Path path) {
    if (Files.exists(path)) {
      Folders.deleteAll(path);
      changed.add(path);
    }
  }

  private void move(Path from, Path to) throws IOException {
    if (Files.exists(from) && !Files.exists(to) && Files.isDirectory(to.getParent())) {
      Files.move(from, to);
      changed.add(from);
      changed.add(to);
    }
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
