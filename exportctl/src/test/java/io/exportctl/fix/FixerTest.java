package io.exportctl.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.cli.Cli;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.schema.Schemas;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effects of {@code fix} on files. */
class FixerTest {

  private static final String BROKEN =
      """
      name: %s
      buckt: target-bucket-name
      users: [alpha_user_one]
      paperwork: https://example.org/dpia/%s
      account: "210987654321"
      """;

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void keepsPermissionsAndLeavesNoOtherFiles() throws IOException {
    Path file = broken("arrivals");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var names = Folders.files(root).keySet();

    Cli.in(root).run("fix");

    assertThat(file).content().contains("\nbucket: ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(Folders.files(root).keySet()).isEqualTo(names);
  }

  @Test
  void doesNotTouchFilesWithoutFixes() throws IOException {
    Path file = root.resolve("datasets/push/prison_arrivals.yaml");
    Object key = Files.readAttributes(file, "unix:ino").get("ino");

    Cli.in(root).run("fix");

    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(key);
  }

  @Test
  void leavesFileThatIsNotUtf8AndFixesTheOthers() throws IOException {
    Path other = broken("arrivals");
    Path latin = root.resolve("datasets/push/latin.yaml");
    byte[] bytes =
        BROKEN.formatted("latin # résumé", "latin").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(latin, bytes);
    Path renamed = root.resolve("datasets/push/old.yml");
    Files.write(renamed, bytes);

    Cli.Result result = Cli.in(root).run("fix");

    assertThat(other).content().contains("\nbucket: ");
    assertThat(latin).hasBinaryContent(bytes);
    assertThat(renamed).hasBinaryContent(bytes);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains("latin.yaml:1:16: error: byte 0xE9 is not UTF-8")
        .contains("old.yml: left as it is: it is not UTF-8; save it with that encoding first");
  }

  @Test
  void endsTheLastLineOnlyOfFilesThatItFixes() throws IOException {
    Path fixed = broken("arrivals");
    Files.writeString(fixed, Files.readString(fixed).stripTrailing());
    Path valid = root.resolve("datasets/push/prison_arrivals.yaml");
    String text = Files.readString(valid).stripTrailing();
    Files.writeString(valid, text);

    Cli.in(root).run("fix");

    assertThat(fixed).content().endsWith("\n");
    assertThat(valid).hasContent(text);
    assertThat(Files.readString(valid)).isEqualTo(text);
  }

  @Test
  void appliesOtherShownLinesOnRequest() throws IOException {
    Path file = broken("arrivals");
    String broken =
        Files.readString(file)
            .replace("[alpha_user_one]", "@alpha_user_one")
            .replace("buckt", "  bucket");
    Files.writeString(file, broken);

    Cli.Result careful = Cli.in(root).run("fix");
    String before = Files.readString(file);
    Cli.Result unsafe = Cli.in(root).run("fix", "--unsafe");

    assertThat(careful.status()).isEqualTo(1);
    assertThat(before).isEqualTo(broken);
    assertThat(unsafe.status()).isZero();
    assertThat(file)
        .content()
        .contains("\nbucket: target-bucket-name\nusers:\n  - \"alpha_user_one\"\n");
  }

  @Test
  void doesNotFollowLinkToFile() throws IOException {
    Path elsewhere = broken("arrivals");
    Path real = Files.move(elsewhere, root.resolve("real.yaml"));
    Files.createSymbolicLink(elsewhere, real);

    Cli.Result result = Cli.in(root).run("fix");

    assertThat(result.out())
        .startsWith(
            "datasets/push/arrivals.yaml: left as it is: a link leads to it; fix the file itself\n")
        .contains("unknown key \"buckt\"");
    assertThat(result.status()).isEqualTo(1);
    assertThat(real).hasContent(BROKEN.formatted("arrivals", "arrivals"));
    assertThat(elsewhere).isSymbolicLink();
  }

  @Test
  void doesNotFollowLinkToFolder() throws IOException {
    broken("arrivals");
    Path real = Files.move(root.resolve("datasets/push"), root.resolve("real"));
    Files.createSymbolicLink(root.resolve("datasets/push"), real);

    Cli.in(root).run("fix");

    assertThat(real.resolve("arrivals.yaml")).hasContent(BROKEN.formatted("arrivals", "arrivals"));
  }

  @Test
  void doesNotOverwriteFileThatChangedMeanwhile() throws IOException {
    Path file = broken("arrivals");
    Workspace workspace = Workspace.find(root);
    Validator validator =
        new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
    Fixed fixed = Fixer.plan(workspace, validator, any -> true, false);
    Files.writeString(file, "name: other\n");

    assertThatThrownBy(fixed::write)
        .isInstanceOf(ExportctlException.class)
        .hasMessageContaining("changed while it was being fixed");
    assertThat(file).hasContent("name: other\n");
  }

  @Test
  void doesNotOverwriteExistingFileByRename() throws IOException {
    Path file = Files.move(broken("arrivals"), root.resolve("datasets/push/arrivals.yml"));
    Workspace workspace = Workspace.find(root);
    Validator validator =
        new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
    Fixed fixed = Fixer.plan(workspace, validator, any -> true, false);
    Path other = Files.writeString(root.resolve("datasets/push/arrivals.yaml"), "name: other\n");

    assertThatThrownBy(fixed::write).isInstanceOf(ExportctlException.class);
    assertThat(other).hasContent("name: other\n");
    assertThat(file).exists();
  }

  @Test
  void fixesOnlyTheNamedFiles() throws IOException {
    Path named = broken("arrivals");
    Path other = broken("departures");
    Files.move(broken("visits"), root.resolve("datasets/push/visits.yml"));

    Cli.Result result =
        Cli.in(root).run("fix", "datasets/push/arrivals.yaml", "datasets/push/visits.yml");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                datasets/push/visits.yml: fixed: the name ends in .yml, expected .yaml -> visits.yaml
                datasets/push/arrivals.yaml:2:1: fixed: unknown key "buckt" -> bucket
                datasets/push/visits.yaml:2:1: fixed: unknown key "buckt" -> bucket
                no problems in 2 files (0 ms)
                """,
                ""));
    assertThat(named).content().contains("\nbucket: ");
    assertThat(other).content().contains("\nbuckt: ");
  }

  private Path broken(String name) throws IOException {
    return Files.writeString(
        root.resolve("datasets/push/" + name + ".yaml"), BROKEN.formatted(name, name));
  }
}
