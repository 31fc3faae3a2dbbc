package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule about users is about many files, too many to keep as fixtures. */
class PolicySizeTest {

  @TempDir Path root;

  @Test
  void pointsAtTheDatasetWithWhichUsersPolicyOverflows() throws IOException {
    writeDatasets(180);

    assertThat(Cli.in(root).run("validate").out())
        .isEqualTo(
            """
            datasets/push/dataset_252.yaml:3:9: error: the policy of "alpha_user_one" would have 10305 characters, expected at most 10240 [policy-too-large]
              |
            3 | users: [alpha_user_one]
              |         ^~~~~~~~~~~~~~
              help: remove the user from some of the 153 datasets so far, or name another user here
            1 error in 1 of 185 files (0 ms)
            """);
  }

  @Test
  void pointsAtTheDatasetWithWhichUsersPolicyIsNearlyFull() throws IOException {
    writeDatasets(150);

    assertThat(Cli.in(root).run("validate").out())
        .isEqualTo(
            """
            datasets/push/dataset_236.yaml:3:9: warning: the policy of "alpha_user_one" would have 10110 of at most 10240 characters [policy-nearly-full]
              |
            3 | users: [alpha_user_one]
              |         ^~~~~~~~~~~~~~
              help: remove the user from some of the 150 datasets so far, or name another user here
            1 warning in 1 of 155 files (0 ms)
            """);
  }

  @Test
  void showsItForEveryDatasetOfTheUser() throws IOException {
    writeDatasets(150);

    assertThat(Cli.in(root).run("validate", "-q", "datasets/push/dataset_100.yaml").out())
        .startsWith("datasets/push/dataset_236.yaml:3:9: warning: ");
    assertThat(Cli.in(root).run("validate", "-q", "datasets/push/prison_arrivals.yaml").out())
        .isEmpty();
  }

  private void writeDatasets(int count) throws IOException {
    ExampleWorkspace.writeTo(root);
    for (int i = 100; i < 100 + count; i++) {
      Files.writeString(
          root.resolve("datasets/push/dataset_" + i + ".yaml"),
          """
          name: dataset_%1$d
          bucket: target-bucket-name
          users: [alpha_user_one]
          paperwork: https://example.org/dpia/%1$d
          account: "210987654321"
          """
              .formatted(i));
    }
  }
}
