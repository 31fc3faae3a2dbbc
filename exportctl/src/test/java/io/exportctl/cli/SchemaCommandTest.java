package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

  private static final Path OURS = ExampleWorkspace.REPOSITORY.resolve("schema");

  @TempDir Path root;

  @Test
  void printsEverySchemaWithoutAWorkspaceToo() throws IOException {
    List<String> kinds = Folders.names(OURS, ".schema.json");

    assertThat(kinds).contains("push", "pull", "platform");
    for (String kind : kinds) {
      assertThat(Cli.in(root).run("schema", kind))
          .isEqualTo(new Cli.Result(0, SchemaFile.read(SchemaFile.path(kind), Bundle::read), ""));
      assertThat(Cli.in(root).run("schema", kind).out()).doesNotContain("fragment/");
    }
  }

  @Test
  void printsTheWorkspacesOwnFirst() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.createDirectories(root.resolve("schema"));
    Files.writeString(root.resolve("schema/push.schema.json"), "{\"title\": \"größer\"}\n");

    assertThat(Cli.in(root.resolve("datasets")).run("schema", "push").out())
        .isEqualTo("{\"title\": \"größer\"}\n");
    assertThat(Cli.in(root.getParent()).run("-C", root.toString(), "schema", "push").out())
        .isEqualTo("{\"title\": \"größer\"}\n");
  }

  @Test
  void guessesTheKindThatWasMeant() {
    assertThat(Cli.in(root).run("schema", "platfrom").err())
        .startsWith("exportctl: \"platfrom\" is not a kind, did you mean \"platform\"? (see ");
    assertThat(Cli.in(root).run("schema", "../datasets").err())
        .startsWith("exportctl: \"../datasets\" has no schema, expected ");
  }
}
