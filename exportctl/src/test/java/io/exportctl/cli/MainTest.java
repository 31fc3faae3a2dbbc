package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir Path root;

  @Test
  void printsVersion() {
    assertThat(Cli.in(root).run("--version").out()).matches("exportctl \\d+\\.\\d+\\.\\d+\\n");
  }

  @Test
  void takesAtSignsAsTheyAre() {
    Cli.Result result = Cli.in(root).run("validate", "@/etc/passwd");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).doesNotContain("root:");
  }

  @Test
  void refusesFolderThatIsNone() {
    Cli.Result result = Cli.in(root).run("-C", "nowhere", "validate");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("exportctl: -C takes a folder, and nowhere does not exist\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "changed --since HEAD",
        "completion bash",
        "doctor",
        "explain unknown-key",
        "handshake prison_arrivals",
        "help validate",
        "list",
        "man",
        "new push x",
        "render",
        "schema push",
        "show prison_arrivals",
        "validate",
        "validate --format sarif"
      })
  void failsIfItsOutputCannotBeWritten(String line) throws IOException {
    ExampleWorkspace.writeTo(root);
    Repository.in(root).commit();

    Cli.Result result = Cli.in(root).onFullDisk().run(line.split(" ", -1));

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .endsWith(
            "exportctl: cannot write to standard output: it is closed, or its disk is full; the"
                + " output is incomplete\n");
  }

  @Test
  void namesArgumentThatCannotBeTheNameOfAFile() {
    ExampleWorkspace.writeTo(root);

    Cli.Result result = Cli.in(root).run("validate", "a\0b");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "exportctl: \"a\uFFFDb\" cannot be the name of a file here; rename it, with letters,"
                + " digits and \"_\" only\n");
  }

  @Test
  void tellsFaultsOfTheWorkspaceWithoutStackTrace() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.createDirectories(root.resolve("schema"));
    Files.writeString(root.resolve("schema/push.schema.json"), "{");

    Cli.Result plain = Cli.in(root).run("validate");
    Cli.Result traced = Cli.in(root).run("validate", "--stacktrace");

    assertThat(plain.status()).isEqualTo(3);
    assertThat(plain.err())
        .startsWith("exportctl: schema/push.schema.json is not a JSON schema: ")
        .hasLineCount(1);
    assertThat(traced.err()).contains("\tat io.exportctl.");
  }

  @Test
  void fillsTemplatesOfTheWorkspaceFirst() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.createDirectories(root.resolve("templates/push"));
    Path template = root.resolve("templates/push/dataset.tf.ftl");
    Files.writeString(template, "# [=dataset.name] is ours\n");
    Cli.in(root).run("render");

    assertThat(root.resolve("terraform/push_prison_arrivals.tf"))
        .hasContent(
            """
            # Rendered by exportctl from datasets/push/prison_arrivals.yaml. Do not edit.

            # prison_arrivals is ours
            """);

    for (String broken : List.of("[=dataset.nam]", "[#if]", "[#list x", "[='x'?new()]")) {
      Files.writeString(template, broken);
      Cli.Result result = Cli.in(root).run("render");

      assertThat(result.status()).isEqualTo(3);
      assertThat(result.err())
          .startsWith("exportctl: cannot fill templates/push/dataset.tf.ftl: ")
          .hasLineCount(1);
    }
  }
}
