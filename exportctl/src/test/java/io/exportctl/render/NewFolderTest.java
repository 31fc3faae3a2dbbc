package io.exportctl.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {

  @TempDir Path above;

  @Test
  void appearsWithAllThatBelongsIntoIt() {
    folder().write(List.of(file("a.tf", "# A\n"), file("modules/b/b.tf", "# B\n")));

    assertThat(Folders.files(above))
        .isEqualTo(Map.of("deep/out/a.tf", "# A\n", "deep/out/modules/b/b.tf", "# B\n"));
  }

  @Test
  void leavesNothingWhereOneFileCannotBeWritten() {
    List<Change> files = List.of(file("a/b.tf", "# B\n"), file("a", "# A folder is in the way\n"));

    assertThatThrownBy(() -> folder().write(files))
        .isInstanceOf(ExportctlException.class)
        .hasMessageStartingWith("cannot write to out: ");
    assertThat(above.resolve("deep")).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhereSomebodyElseWasFaster() throws IOException {
    NewFolder folder = folder();
    Files.createDirectories(above.resolve("deep/out"));
    Files.writeString(above.resolve("deep/out/theirs.tf"), "# Theirs\n");

    assertThatThrownBy(() -> folder.write(List.of(file("a.tf", "# A\n"))))
        .isInstanceOf(ExportctlException.class);
    assertThat(Folders.files(above)).isEqualTo(Map.of("deep/out/theirs.tf", "# Theirs\n"));
  }

  @Test
  void isNotFreeWhereSomethingIsLeft() throws IOException {
    assertThat(folder().isFree()).isTrue();
    Files.createDirectories(above.resolve("deep/.out.exportctl"));
    assertThat(folder().isFree()).isFalse();
  }

  private NewFolder folder() {
    return new NewFolder(above.resolve("deep/out"), "out");
  }

  private static Change file(String path, String content) {
    return new Change(path, Optional.empty(), Optional.of(content));
  }
}
