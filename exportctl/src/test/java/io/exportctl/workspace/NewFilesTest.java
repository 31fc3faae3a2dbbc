package io.exportctl.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {

  @TempDir Path root;

  @Test
  void writesToExistingAndNewFolders() {
    write("a.txt", "b/c/d.txt", "b/e.txt");

    assertThat(Folders.files(root))
        .isEqualTo(Map.of("a.txt", "new", "b/c/d.txt", "new", "b/e.txt", "new"));
  }

  @Test
  void removesAllFilesIfOneExists() throws IOException {
    Files.createDirectories(root.resolve("there"));
    Files.writeString(root.resolve("there/late.txt"), "old");

    assertThatThrownBy(() -> write("new/a.txt", "there/b/c.txt", "there/late.txt"))
        .isInstanceOf(ExportctlException.class)
        .hasMessage(
            "there/late.txt is in the way, and nothing was written; move it, and run the"
                + " command again");

    assertThat(Folders.files(root)).isEqualTo(Map.of("there/late.txt", "old"));
    assertThat(root.resolve("new")).doesNotExist();
    assertThat(root.resolve("there/b")).doesNotExist();
  }

  @Test
  void removesAllFilesIfAFolderIsAFile() throws IOException {
    Files.writeString(root.resolve("file"), "old");

    assertThatThrownBy(() -> write("a.txt", "file/b/c.txt"))
        .isInstanceOf(ExportctlException.class)
        .hasMessageStartingWith("file is in the way, and nothing was written; ");

    assertThat(Folders.files(root)).isEqualTo(Map.of("file", "old"));
  }

  @Test
  void doesNotFollowBrokenLink() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), root.resolve("elsewhere"));

    assertThatThrownBy(() -> write("a.txt", "link")).hasMessageStartingWith("link is in the way");

    assertThat(root).isDirectoryNotContaining("glob:**/{a.txt,elsewhere}");
  }

  private void write(String... paths) {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (String path : paths) {
      files.put(root.resolve(path), "new".getBytes(StandardCharsets.UTF_8));
    }
    new NewFiles(Workspace.at(root, root)).write(files);
  }
}
