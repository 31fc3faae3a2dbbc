package io.exportctl.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.workspace.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of deployed code with the programs beside the tool. */
class ReleaseProgramsTest {

  /** SHA-256 of the text "code", in base64. */
  private static final String SUM = "VpTQii5T/8rgwxA+Wtb2B2q9lg6x+KVldwQLwQKPcCs=";

  @TempDir Path folder;

  @Test
  void comparesWithTheProgramBesideTheTool() throws IOException {
    Files.writeString(folder.resolve("export-lambda.zip"), "code");
    ReleasePrograms programs = programs();

    assertThat(programs.compare(DatasetKind.PUSH, Cell.of(SUM)).value())
        .contains(DatasetStatus.Release.SAME);
    assertThat(programs.compare(DatasetKind.PUSH, Cell.of("other")).value())
        .contains(DatasetStatus.Release.OTHER);
  }

  @Test
  void knowsNothingWithoutAProgram() throws IOException {
    assertThat(programs().compare(DatasetKind.PUSH, Cell.of(SUM))).isEqualTo(Cell.none());
    assertThat(programs().compare(DatasetKind.PULL, Cell.none())).isEqualTo(Cell.none());
    assertThat(programs().compare(DatasetKind.PUSH, new Cell<>(Optional.empty(), true)).isUnknown())
        .isTrue();
  }

  private ReleasePrograms programs() throws IOException {
    return new ReleasePrograms(
        Installation.around(folder.resolve("exportctl.jar").toUri().toURL()));
  }
}
