package io.exportctl.render;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Installation;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Programs that Terraform uploads, in a folder other than the workspace's own.
 *
 * @param copies the copies that the folder lacks
 * @param missing the programs that are found nowhere
 */
public record ProgramFiles(List<Copy> copies, List<Artifact> missing) {

  public ProgramFiles {
    copies = List.copyOf(copies);
    missing = List.copyOf(missing);
  }

  /** Copy of a program that is missing, or differs from the workspace's or the tool's own. */
  public record Copy(String name, Path source, Path target) {

    public Change.Kind kind() {
      return Files.exists(target) ? Change.Kind.CHANGE : Change.Kind.CREATE;
    }
  }

  /**
   * Compares a folder with the programs of the workspace, or otherwise of the installation.
   *
   * @param wanted the programs that the rendered files name
   */
  public static ProgramFiles of(
      Workspace workspace, Installation installation, List<Artifact> wanted, Path folder) {
    List<Copy> copies = new ArrayList<>();
    List<Artifact> missing = new ArrayList<>();
    if (!folder.equals(workspace.terraform())) {
      for (Artifact program : wanted) {
        Path target = folder.resolve(program.name());
        Optional<Path> source =
            Optional.of(workspace.terraform().resolve(program.name()))
                .filter(Files::isRegularFile)
                .or(() -> installation.find(program));
        if (source.isPresent() && !areSame(source.get(), target)) {
          copies.add(new Copy(program.name(), source.get(), target));
        }
        if (source.isEmpty() && !Files.exists(target)) {
          missing.add(program);
        }
      }
    }
    return new ProgramFiles(copies, missing);
  }

  private static boolean areSame(Path source, Path target) {
    try {
      return Files.isRegularFile(target) && Files.mismatch(source, target) < 0;
    } catch (IOException e) {
      throw ExportctlException.of("cannot compare " + source + " with " + target, e);
    }
  }

  /** Copies the programs, each atomically. */
  public void apply() {
    for (Copy copy : copies) {
      Path temporary = copy.target().resolveSibling("." + copy.name() + ".exportctl");
      try {
        Files.copy(copy.source(), temporary, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            temporary,
            copy.target(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw ExportctlException.of("cannot write " + copy.target(), e);
      }
    }
  }
}
