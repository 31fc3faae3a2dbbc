package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Checks the output of {@code exportctl handshake --format terraform} with the real terraform. */
@Execution(ExecutionMode.CONCURRENT)
class HandshakeIT {

  private static final Path FIXTURES = Goldens.resources().resolve("handshake");

  /** Reference to a module on GitHub, which the test must not download. */
  private static final String ON_GITHUB = "source = \"github.com/";

  private Path root;

  @BeforeEach
  void createFolder() throws IOException {
    root = Files.createTempDirectory("handshake");
  }

  @AfterEach
  void clean() {
    Folders.deleteAll(root);
  }

  @Test
  void isFormatted() throws IOException {
    Tools.require("terraform");
    for (Path file : files()) {
      Files.copy(file, root.resolve(file.getFileName()));
    }

    Command.Result result = Terraform.in(root).run("fmt", "-check", "-diff");

    assertThat(result).isEqualTo(new Command.Result(0, "", ""));
  }

  @Test
  void isValidWithTheRuleFromTheComment() throws IOException {
    Tools.require("terraform");
    for (Path file : files()) {
      String text = Files.readString(file);
      String rule =
          text.lines()
              .filter(line -> line.matches("#|#   .*"))
              .map(line -> line.substring(1))
              .collect(Collectors.joining("\n"));
      String name = file.getFileName().toString();
      if (!text.contains(ON_GITHUB)) {
        Files.writeString(
            root.resolve(name), text + (rule.isEmpty() ? "" : configuration(name, rule)));
      }
    }
    Terraform terraform = Terraform.in(root);
    terraform.run("init", "-backend=false", "-no-color").orFail();

    JSONObject result = new JSONObject(terraform.run("validate", "-json", "-no-color").orFail());

    assertThat(result.getJSONArray("diagnostics")).isEmpty();
    assertThat(result.getBoolean("valid")).isTrue();
  }

  private static String configuration(String name, String rule) {
    return "resource \"aws_s3_bucket_lifecycle_configuration\" \"%s\" {\n  bucket = \"x\"\n%s\n}\n"
        .formatted(name.replace(".tf", ""), rule);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".tf")).sorted().toList();
    }
  }
}
