package io.exportctl.fix;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import io.exportctl.yaml.edit.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the workspace before and after its fixes.
 *
 * @param path the file's current path
 * @param target the file's path after the fixes
 * @param display the target as it is printed
 * @param before the content that was read
 */
public record FixedFile(
    Path path, Path target, String display, SourceText before, SourceText after) {

  static FixedFile read(Workspace workspace, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      SourceText text = SourceText.of(in.readNBytes(YamlReader.LARGEST_FILE + 1));
      return new FixedFile(path, path, workspace.display(path), text, text);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + workspace.display(path), e);
    }
  }

  FixedFile renamed(Workspace workspace, Path renamed) {
    return new FixedFile(path, renamed, workspace.display(renamed), before, after);
  }

  FixedFile with(SourceText text) {
    return new FixedFile(path, target, display, before, text);
  }

  YamlDocument document() {
    return YamlReader.read(display, after.bytes());
  }

  public boolean isRenamed() {
    return !path.equals(target);
  }

  boolean isChanged() {
    return isRenamed() || !before.equals(after);
  }
}
