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
    ExampleWorkspace.writeTo(root);
    for (int i = 100; i < 280; i++) {
      Files.writeString(
          root.resolve("datasets/push/dataset_" + i + ".yaml"),
          """
          name: dataset_%1$d
          bucket: target-bucket-name
          users: [alpha_user_one]
          paperwork: https://example.org/dpia/%1$d
          """
              .formatted(i));
    }

    Cli.Result result = Cli.in(root).run("validate");

    assertThat(result.out())
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
}
