package io.exportctl.migrate;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.fix.Fixed;
import io.exportctl.workspace.NewFiles;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the older system's files, worked out before anything is written.
 *
 * @param files what is to be there, sorted
 * @param done each thing that was mended on the way, at its place in the old files
 * @param left what a person has to decide or should look at, at its place in the old files
 */
public record Migration(List<NewFile> files, List<Fixed.Done> done, Diagnostics left) {

  public Migration {
    files = List.copyOf(files);
    done = List.copyOf(done);
  }

  /** Those that are not there yet. */
  public List<NewFile> missing() {
    return in(NewFile.State.MISSING);
  }

  /** Those in whose place there is something else, which is never replaced. */
  public List<NewFile> blocked() {
    return in(NewFile.State.BLOCKED);
  }

  private List<NewFile> in(NewFile.State state) {
    return files.stream().filter(file -> file.state() == state).toList();
  }

  /**
   * Writes the files that are not there yet, all or none.
   *
   * @throws ExportctlException where one has come there since, or cannot be written
   */
  public void write(Workspace workspace) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    missing().forEach(file -> contents.put(file.path(), file.bytes()));
    new NewFiles(workspace).write(contents);
  }
}
