package io.exportctl.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random documents: an editor and the tool find the same in each, and the tool ends with 0 or 1.
 * {@code -Dfuzz.documents=200000} tries more of them, {@code -Dfuzz.seed=1000000} different ones. A
 * document that fails is added to the corpus.
 */
class FuzzIT {

  private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 1_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 0);

  /** Runs the whole tool for one document in twenty, as it takes as long as twenty verdicts. */
  private static final int WHOLE_TOOL_EACH = 20;

  private static SecondOpinion editor;
  private static Agreement agreement;

  @TempDir Path root;

  @BeforeAll
  static void start() {
    editor = SecondOpinion.start();
    agreement = new Agreement(editor);
  }

  @AfterAll
  static void stop() {
    editor.close();
  }

  @Test
  void agreesOnMutatedDocuments() throws IOException {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + DOCUMENTS; seed++) {
      Mutation mutation = Mutation.of(seed);
      if (difference(mutation).isPresent()) {
        Mutation smallest = mutation.smallest(smaller -> difference(smaller).isPresent());
        assertThat(difference(smallest)).as("seed %d, reduced: %s", seed, smallest).isEmpty();
      }
      if (seed % WHOLE_TOOL_EACH == 0) {
        endsWithVerdict(mutation);
      }
    }
  }

  /** Returns the difference; an exception counts as one, so that it is reduced as well. */
  private static Optional<String> difference(Mutation mutation) {
    try {
      return agreement.difference(mutation.schema(), mutation.bytes());
    } catch (RuntimeException e) {
      return Optional.of(e.toString());
    }
  }

  private void endsWithVerdict(Mutation mutation) throws IOException {
    Path datasets = root.resolve("datasets");
    boolean platform = mutation.schema().equals("platform");
    Path file = datasets.resolve(platform ? "platform.yaml" : mutation.schema() + "/x.yaml");
    Files.createDirectories(file.getParent());
    Files.copy(
        Goldens.resources().resolve("validate/platform.yaml"),
        datasets.resolve("platform.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(file, mutation.bytes());

    Cli.Result result = Cli.in(root).run("validate");

    Files.delete(file);
    assertThat(result.err()).as("%s", mutation).isEmpty();
    assertThat(result.status())
        .as("%s", mutation)
        .isEqualTo(agreement.isRefused(mutation.schema(), mutation.bytes()) ? 1 : 0);
  }
}
