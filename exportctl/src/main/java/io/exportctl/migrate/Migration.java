package io.exportctl.migrate;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.mend.Mended;
import java.util.List;

/**
 * What becomes of the older system's files, worked out before anything is written.
 *
 * @param files what is to be there, sorted
 * @param done each thing that was mended on the way, at its place in the old files
 * @param left what a person has to decide or should look at, at its place in the old files
 */
public record Migration(List<NewFile> files, List<Mended.Done> done, Diagnostics left) {

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
  public void write() {
    FileCreation.create(missing());
  }
}
