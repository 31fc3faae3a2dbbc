package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties of the hand-written Terraform that {@code terraform validate} does not check. */
class TerraformModulesTest {

  private static final Path TERRAFORM = ExampleWorkspace.REPOSITORY.resolve("terraform");

  /** A variable with its name and its body; {@code terraform fmt} puts the brace at the margin. */
  private static final Pattern VARIABLE =
      Pattern.compile("^variable \"(\\w+)\" \\{\n(.*?)^}$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern REFERENCE =
      Pattern.compile("\\b(?:var|local|module|data)\\.[a-z]\\w*");

  /**
   * A validation that reads another value makes everything behind its variable wait for that value
   * too. A bucket would be destroyed before the platform changes, and S3 refuses to delete a bucket
   * that holds files.
   */
  @Test
  void validateEachVariableAlone() {
    List<MatchResult> variables =
        Folders.files(TERRAFORM).entrySet().stream()
            .filter(file -> file.getKey().matches("(modules/\\w+/)?variables\\.tf"))
            .flatMap(file -> VARIABLE.matcher(file.getValue()).results())
            .toList();

    assertThat(variables).hasSizeGreaterThan(20);
    assertThat(variables.stream().flatMap(TerraformModulesTest::otherReferences)).isEmpty();
  }

  /** A root module and its modules ask for the same provider; one of them leaves releases out. */
  @Test
  void takeTheSameProvider() {
    List<String> versions =
        Folders.files(TERRAFORM).entrySet().stream()
            .filter(file -> file.getKey().matches("(modules/\\w+/)?versions\\.tf"))
            .map(file -> file.getKey() + file.getValue())
            .toList();

    assertThat(versions)
        .hasSizeGreaterThan(8)
        .allMatch(file -> file.contains(">= 5.100, < 7.0"))
        .filteredOn(file -> file.contains("!="))
        .singleElement()
        .asString()
        .startsWith("modules/platform/")
        .contains("!= 6.22.0,", "!= 6.30.0,", "!= 6.39.0\n");
  }

  private static Stream<String> otherReferences(MatchResult variable) {
    String own = "var." + variable.group(1);
    return REFERENCE
        .matcher(variable.group(2))
        .results()
        .map(MatchResult::group)
        .filter(reference -> !reference.equals(own))
        .map(reference -> own + " reads " + reference);
  }
}
