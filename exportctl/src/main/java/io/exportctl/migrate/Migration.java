package io.exportctl.migrate;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.fix.Fixed;
import io.exportctl.workspace.NewFiles;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Planned migration of the older system's files, before anything is written.
 *
 * @param files the new files, sorted
 * @param done the fixes made in files that are not up to date, each at its place in the old files
 * @param left the findings that a person has to resolve or check, at their places in the old files
 */
public record Migration(List<NewFile> files, List<Fixed.Done> done, Diagnostics left) {

  public Migration {
    files = List.copyOf(files);
    Set<String> upToDate =
        files.stream()
            .filter(file -> file.state() == NewFile.State.UP_TO_DATE)
            .map(NewFile::old)
            .collect(Collectors.toSet());
    done =
        done.stream()
            .filter(one -> !upToDate.contains(one.location().file()))
            .sorted(Comparator.comparing(Fixed.Done::location))
            .toList();
  }

  /** Returns the files that do not exist yet. */
  public List<NewFile> missing() {
    return in(NewFile.State.MISSING);
  }

  /** Returns the files whose place is taken by something else, which is never replaced. */
  public List<NewFile> blocked() {
    return in(NewFile.State.BLOCKED);
  }

  private List<NewFile> in(NewFile.State state) {
    return files.stream().filter(file -> file.state() == state).toList();
  }

  /**
   * Writes the files that do not exist yet, all or none.
   *
   * @throws ExportctlException if one exists by now, or cannot be written
   */
  public void write(Workspace workspace) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    missing().forEach(file -> contents.put(file.path(), file.bytes()));
    new NewFiles(workspace).write(contents);
  }
}
