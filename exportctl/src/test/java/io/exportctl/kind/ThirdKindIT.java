package io.exportctl.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third kind of dataset, made of its own folders, a constant and a line: the tool is compiled
 * with it, and every command knows it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirdKindIT {

  private static final Path SOURCES = Path.of("src", "main");
  private static final Path KIND = Goldens.resources().resolve("kind/relay");

  private Path folder;
  private Path classes;
  private Path workspace;

  @BeforeAll
  void compileTheToolWithIt(@TempDir Path shared) throws IOException {
    folder = shared;
    Path java = folder.resolve("java");
    Folders.copy(SOURCES.resolve("java"), java);
    Folders.copy(KIND.resolve("java"), java.resolve("io/exportctl/kind/relay"));
    edit(java.resolve("io/exportctl/dataset/DatasetKind.java"), "  SOURCE;", "  SOURCE,\n  RELAY;");
    edit(
        java.resolve("io/exportctl/kind/Kinds.java"),
        "new SourceKind()",
        "new SourceKind(), new io.exportctl.kind.relay.RelayKind()");
    classes = Files.createDirectories(folder.resolve("classes"));
    compile(java);
    Path bundle = classes.resolve("io/exportctl/bundle");
    Folders.copy(KIND.resolve("schema"), bundle.resolve("schema"));
    Folders.copy(KIND.resolve("templates"), bundle.resolve("templates"));
    Folders.copy(ExampleWorkspace.REPOSITORY.resolve("schema"), bundle.resolve("schema"));
    Folders.copy(ExampleWorkspace.REPOSITORY.resolve("templates"), bundle.resolve("templates"));
    workspace = folder.resolve("workspace");
    ExampleWorkspace.writeTo(workspace);
  }

  @Test
  void goesThroughEveryCommand() throws IOException {
    assertThat(run("new", "--help").out()).contains("  relay  ");
    assertThat(run("new", "relay", "--help").out())
        .contains("--topic=TOPIC", "--paperwork=URL")
        .doesNotContain("--bucket");
    Path platform = workspace.resolve("datasets/platform.yaml");
    String before = Files.readString(platform);
    String[] command = {
      "new", "relay", "events", "--topic=case-events", "--paperwork=https://x.org/a"
    };
    assertThat(run(command).out()).contains("[missing-section]");
    Files.writeString(platform, before + "relay:\n  topic_prefix: hub-\n");
    assertThat(run(command))
        .isEqualTo(new Command.Result(0, "created datasets/relay/events.yaml\n", ""));
    assertThat(run("__complete", "--", "new", "re").out()).contains("relay\t");

    Files.writeString(platform, before + "relay:\n  prefix: hub-\n");
    assertThat(run("validate").out()).contains("[unknown-key]", "[missing-key]");
    Files.writeString(platform, before + "relay:\n  topic_prefix: hub-\n");
    assertThat(run("validate").status()).isZero();

    assertThat(run("list").out()).contains("relay", "events");
    assertThat(run("show", "events").out()).contains("topic", "case-events");
    assertThat(run("handshake", "events").err())
        .isEqualTo("exportctl: relay/events has no other side that has to allow it\n");
    assertThat(run("explain", "unknown-key").status()).isZero();
    assertThat(run("schema", "platform").out()).contains("\"relay\": {", "topic_prefix");
    assertThat(run("site").status()).isZero();
    assertThat(workspace.resolve("site/datasets/relay-events.html"))
        .content()
        .contains("case-events")
        .doesNotContain("<svg");
    assertThat(run("render").err()).isEmpty();
    Path terraform = workspace.resolve("terraform");
    assertThat(terraform.resolve("relay_events.tf")).content().contains("= \"case-events\"");
    assertThat(terraform.resolve("relay.tf")).content().contains("module.relay_events.topic");
    assertThat(terraform.resolve("platform_relay.tf")).content().contains("= \"hub-\"");
    assertThat(terraform.resolve("users.tf")).content().doesNotContain("relay");
  }

  private void compile(Path java) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()));
    try (Stream<Path> files = Files.walk(java)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("javac").isZero();
  }

  /** The tool with the kind, in front of the tool as it is. */
  private Command.Result run(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPath()));
    command.add("io.exportctl.cli.Main");
    command.addAll(List.of(words));
    return Command.in(workspace).run(command.toArray(String[]::new));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static void edit(Path file, String found, String replacement) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(found);
    Files.writeString(file, text.replace(found, replacement));
  }
}
