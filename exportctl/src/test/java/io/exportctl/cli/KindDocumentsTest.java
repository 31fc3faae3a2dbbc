package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of each kind, from its top to its end: YAML that is valid, commands that work. */
class KindDocumentsTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|yaml)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void worksAsItIsWritten(DatasetKind kind) throws IOException {
    ExampleWorkspace.writeAllTo(root);
    // The document shows a platform with the settings of its own kind.
    for (Kind other : Kinds.all()) {
      if (other.id() != kind && other.platformSection().isPresent()) {
        Folders.deleteAll(root.resolve("datasets/" + other.id()));
      }
    }
    List<String> languages = new ArrayList<>();

    for (MatchResult block : BLOCK.matcher(read(kind)).results().toList()) {
      languages.add(block.group(1));
      if (block.group(1).equals("yaml")) {
        writeAndValidate(block.group(2));
      } else {
        run(block.group(2));
      }
    }

    assertThat(languages).contains("sh", "yaml");
  }

  private void writeAndValidate(String yaml) throws IOException {
    Files.writeString(root.resolve(yaml.substring("# ".length(), yaml.indexOf('\n'))), yaml);

    assertThat(Cli.in(root).run("validate").out()).startsWith("no problems in ");
  }

  private void run(String commands) {
    for (String command : commands.replace("\\\n", " ").lines().toList()) {
      String[] words = command.substring("exportctl ".length()).split("\\s+", -1);
      Cli.Result result = Cli.in(root).run(words);

      assertThat(result.err()).as(command).isEmpty();
      // `validate` reports the placeholders that `new` leaves.
      assertThat(result.status()).as(command).isLessThan(ExitStatus.WRONG_USAGE);
    }
  }

  private static String read(DatasetKind kind) throws IOException {
    return Files.readString(ExampleWorkspace.REPOSITORY.resolve("docs/kinds/" + kind + ".md"));
  }
}
