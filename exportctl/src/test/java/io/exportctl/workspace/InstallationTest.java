package io.exportctl.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.kind.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "exportctl 0.1.0/lib/exportctl.jar, exportctl 0.1.0/lib/export-lambda.zip",
    "exportctl/target/exportctl.jar, lambda/target/export-lambda.zip",
    "exportctl/target/classes, lambda/target/export-lambda.zip",
  })
  void findsTheMoverInDistributionAndClone(String code, String zip) throws IOException {
    Path expected = root.resolve(zip);
    Files.createDirectories(expected.getParent());
    Files.createFile(expected);

    assertThat(installation(code).artifact(Kinds.bundledPrograms().get(0))).isEqualTo(expected);
  }

  @Test
  void reportsThatTheMoverIsMissing() {
    assertThatThrownBy(() -> installation("exportctl.jar").artifact(Kinds.bundledPrograms().get(0)))
        .isInstanceOf(ExportctlException.class)
        .hasMessage(
            "export-lambda.zip is missing beside "
                + root.resolve("exportctl.jar")
                + "; install the whole distribution of exportctl, or build it with mvn package");
  }

  private Installation installation(String code) throws IOException {
    return Installation.around(root.resolve(code).toUri().toURL());
  }
}
