package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs of {@code render} at once in one workspace. */
class RenderTwiceTest {

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void succeedsInEachRun() throws IOException {
    Path dataset = root.resolve("datasets/push/prison_arrivals.yaml");
    for (int round = 0; round < 3; round++) {
      Files.writeString(dataset, Files.readString(dataset).replace("landing-", "landing-next-"));
      List<CompletableFuture<Cli.Result>> runs =
          IntStream.range(0, 4)
              .mapToObj(run -> CompletableFuture.supplyAsync(() -> Cli.in(root).run("render")))
              .toList();

      assertThat(runs.stream().map(CompletableFuture::join))
          .allSatisfy(result -> assertThat(result.status()).as(result.err()).isZero());
      assertThat(Cli.in(root).run("render", "--check").status()).isZero();
    }
    assertThat(Folders.files(root.resolve("terraform")).keySet())
        .noneMatch(path -> path.contains(".exportctl"));
  }
}
