package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kind that {@link DatasetKind} declares is complete: every command knows it. */
class EveryKindTest {

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void hasAllItsFiles(DatasetKind kind) {
    String id = kind.id();
    Path repository = ExampleWorkspace.REPOSITORY;

    assertThat(repository.resolve("schema/" + id + ".schema.json")).exists();
    assertThat(repository.resolve("templates/" + id + "/" + id + ".tf.ftl")).exists();
    assertThat(repository.resolve("templates/" + id + "/dataset.tf.ftl")).exists();
    assertThat(repository.resolve("templates/" + id + "/new.yaml.ftl")).exists();
    assertThat(repository.resolve("templates/" + id + "/handshake.txt.ftl")).exists();
    assertThat(repository.resolve("templates/" + id + "/handshake.tf.ftl")).exists();
    assertThat(repository.resolve("templates/" + id + "/adopt.tf.ftl")).exists();
    assertThat(repository.resolve("terraform/modules/" + id + "/variables.tf")).exists();
    assertThat(repository.resolve("terraform/modules/" + id + "/tests")).isDirectory();
    assertThat(repository.resolve("datasets/" + id)).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void goesFromNewToTerraform(DatasetKind kind) throws IOException {
    ExampleWorkspace.writeTo(root);

    Cli.Result created = Cli.in(root).run("new", kind.id(), "sample");
    Path file = root.resolve("datasets/" + kind.id() + "/sample.yaml");
    Files.writeString(file, Files.readString(file).replaceAll("<<(.*)>>", "$1"));
    Cli.Result validated = Cli.in(root).run("validate");
    Cli.Result rendered = Cli.in(root).run("render");

    assertThat(created.status()).as(created.err()).isZero();
    assertThat(validated.status()).as(validated.out()).isZero();
    assertThat(rendered.status()).as(rendered.err()).isZero();
    String all = Files.readString(root.resolve("terraform/" + kind.id() + ".tf"));
    String own = Files.readString(root.resolve("terraform/" + kind.id() + "_sample.tf"));
    assertThat(all).contains("\n    \"sample\" ", "." + kind.id() + "_sample");
    assertThat(all + own).contains("source = \"./modules/" + kind.id() + "\"");
  }
}
