package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.WatchedTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --watch} as an analyst uses it: an editor saves, the result follows. */
class WatchIT {

  private static final String FINE = "no problems in 5 files";

  @TempDir Path root;

  private Path push;
  private Path dataset;
  private WatchedTool tool;

  @BeforeEach
  void start(@TempDir Path elsewhere) throws IOException, InterruptedException {
    ExampleWorkspace.writeTo(root);
    push = root.resolve("datasets/push");
    dataset = push.resolve("prison_arrivals.yaml");
    tool =
        WatchedTool.start(
            ExampleWorkspace.REPOSITORY.resolve("exportctl/bin/exportctl"),
            root,
            elsewhere.resolve("out.txt"));
    assertThat(tool.next()).startsWith(FINE);
  }

  @AfterEach
  void stop() {
    tool.close();
  }

  @Test
  void followsSavedFile() throws IOException, InterruptedException {
    String text = Files.readString(dataset);

    Files.writeString(dataset, text.replace("bucket:", "buckt:"));
    String broken = tool.nextWith("unknown key");
    Files.writeString(dataset, text);
    String fixed = tool.nextWith(FINE);

    assertThat(broken)
        .startsWith("datasets/push/prison_arrivals.yaml:3:1: error: unknown key \"buckt\"");
    assertThat(fixed).startsWith(FINE);
  }

  @Test
  void followsEditorThatRenamesOverTheFile() throws IOException, InterruptedException {
    Path temporary = push.resolve("4913");
    Files.writeString(temporary, "name: x\n");
    Files.move(temporary, dataset, StandardCopyOption.REPLACE_EXISTING);

    assertThat(tool.nextWith("[name-file-mismatch]")).contains("prison_arrivals.yaml:1:7: error");
  }

  @Test
  void followsFoldersThatComeAndGo() throws IOException, InterruptedException {
    Path away = root.resolve("away");
    Files.move(push, away);
    tool.nextWith("no problems in 3 files");
    Files.createDirectories(push);
    Files.copy(away.resolve("case_outcomes.yaml"), push.resolve("case_outcomes.yaml"));
    tool.nextWith("no problems in 4 files");
    Files.writeString(push.resolve("case_outcomes.yaml"), "name: x\n");
    tool.nextWith("case_outcomes.yaml:1:1: error");
    Folders.deleteAll(root.resolve("datasets/pull"));

    assertThat(tool.nextWith(" of 2 files")).contains("case_outcomes.yaml");
  }

  @Test
  void followsPlatformAndSchemas() throws IOException, InterruptedException {
    Path platform = root.resolve("datasets/platform.yaml");
    String text = Files.readString(platform);
    Files.writeString(platform, text.replace("alpha_user_", "beta_user_"));
    tool.nextWith("[user-prefix]");
    Files.writeString(platform, text);
    tool.nextWith(FINE);
    Files.createDirectories(root.resolve("schema"));
    Files.writeString(root.resolve("schema/push.schema.json"), "{");
    String broken = tool.nextWith("is not a JSON schema");
    Folders.deleteAll(root.resolve("schema"));

    assertThat(broken).startsWith("exportctl: schema/push.schema.json is not a JSON schema: ");
    assertThat(tool.nextWith(FINE)).isNotEmpty();
  }

  @Test
  void survivesThatTheDatasetsAreGoneForAWhile() throws IOException, InterruptedException {
    Path away = root.resolve("away");
    Files.move(root.resolve("datasets"), away);
    tool.nextWith("exportctl: cannot list datasets: no such file or folder");
    Files.move(away, root.resolve("datasets"));

    assertThat(tool.nextWith(FINE)).isNotEmpty();
  }

  @Test
  void takesBurstAtOnce() throws IOException, InterruptedException {
    for (int i = 0; i < 200; i++) {
      Files.copy(dataset, push.resolve("copy_" + i + ".yaml"));
    }
    Files.writeString(push.resolve("last.yaml"), "nam: x\n");

    assertThat(tool.nextWith("last.yaml:1:1: error: ")).contains(" of 206 files");
  }

  @Test
  void endsWellAndQuietly() throws IOException, InterruptedException {
    assertThat(tool.end()).isEqualTo(new Command.Result(0, "", ""));
  }
}
