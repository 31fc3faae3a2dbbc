package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir Path root;

  @Test
  void findsTheExamplesWell() {
    ExampleWorkspace.writeTo(root);

    Cli.Result result = Cli.in(root).run("doctor");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .containsPattern("ok       exportctl   \\d+\\.\\d+\\.\\d+ in /.*\n")
        .contains(
            """
            warning  archive     not used, so starts are slower
                                 help: start exportctl with its own bin/exportctl
            """,
            "ok       output      no terminal, without colors: NO_COLOR is set\n",
            "ok       java        " + System.getProperty("java.version") + " in ",
            "ok       workspace   " + root + "\n",
            "ok       datasets    5 files, platform.yaml among them, all valid\n",
            "ok       rendered    nothing yet in terraform\n",
            "ok       schema      what exportctl brings\n",
            """
            warning  editor      .vscode/settings.json maps no datasets to schemas
                                 help: map them under yaml.schemas to files that exportctl schema \
            KIND prints
            """)
        .doesNotContain("error");
    assertThat(result.status()).isZero();
  }

  @Test
  void saysWhatStopsADeploy() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.writeString(root.resolve("datasets/push/x.yaml"), "name: x\n");

    Cli.Result result = Cli.in(root).run("doctor");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            """
            error    datasets    not valid (errors: 3), in 6 files
                                 help: run exportctl validate
            """)
        .doesNotContain("rendered");
  }

  @Test
  void saysThatTheSchemaIsBroken() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.createDirectories(root.resolve("schema"));
    Files.writeString(root.resolve("schema/push.schema.json"), "{");

    assertThat(Cli.in(root).run("doctor").out())
        .contains("error    datasets    schema/push.schema.json is not a JSON schema: ")
        .contains(
            "warning  schema      schema/push.schema.json of the workspace differ from what"
                + " exportctl brings\n");
  }

  /** A workspace with modules of its own from an older version. */
  @Test
  void namesModulesThatAnUpgradeAdds() throws IOException {
    ExampleWorkspace.writeTo(root);
    Cli.in(root).run("render");
    Folders.deleteAll(root.resolve("terraform/modules/artifact"));

    assertThat(Cli.in(root).run("doctor").out())
        .contains(
            "warning  modules     terraform/modules/artifact/artifact.tf and 4 more of the workspace"
                + " differ from what exportctl brings\n");
  }

  @Test
  void saysWhatIsOutOfDate() throws IOException {
    ExampleWorkspace.writeTo(root);
    Cli.in(root).run("render");
    Cli.Result rendered = Cli.in(root).run("doctor");
    Files.delete(root.resolve("datasets/pull/court_dashboard.yaml"));
    Files.writeString(root.resolve("terraform/modules/push/queue.tf"), "# ours\n");
    Files.writeString(root.resolve("terraform/modules/push/locals.tf"), "# ours\n");
    Cli.Result stale = Cli.in(root).run("doctor");

    assertThat(rendered.out())
        .contains("ok       rendered    9 files up to date\n")
        .contains(
            "ok       modules     the workspace's own do not differ from what exportctl brings\n");
    assertThat(stale.out())
        .contains(
            """
            warning  rendered    3 files out of date
                                 help: run exportctl render
            """)
        .contains(
            "warning  modules     terraform/modules/push/locals.tf and 1 more of the workspace"
                + " differ from what exportctl brings\n");
    assertThat(stale.status()).isZero();
  }

  @Test
  void saysThatThereIsNoWorkspace() {
    Cli.Result result = Cli.in(root).run("doctor");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains(
            "warning  workspace   no datasets/platform.yaml in "
                + root
                + " or a folder above it\n"
                + "                     help: go to the folder of your exports, or name it with -C"
                + " DIR\n")
        .doesNotContain("datasets    ");
  }

  @Test
  void printsNoVariables() {
    ExampleWorkspace.writeTo(root);

    assertThat(Cli.in(root).with(Map.of("AWS_SECRET_ACCESS_KEY", "hidden")).run("doctor").out())
        .doesNotContain("hidden", "AWS_");
  }
}
