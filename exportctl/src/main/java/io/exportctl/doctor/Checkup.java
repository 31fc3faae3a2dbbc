package io.exportctl.doctor;

import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks everything that exportctl depends on, without a network or credentials, and without
 * printing the values of variables.
 *
 * @param folder current folder of the user
 * @param variables environment of the user, which is passed to the programs that are checked
 */
public record Checkup(Path folder, Map<String, String> variables, LocalDate today) {

  private static final String VERSIONS = "terraform/versions.tf";

  public Checkup {
    variables = Map.copyOf(variables);
  }

  public List<Check> run() {
    Optional<Workspace> workspace = Workspace.around(folder);
    byte[] versions =
        workspace.map(found -> found.resource(VERSIONS)).orElseGet(() -> Bundle.read(VERSIONS));
    ProgramChecks programs = new ProgramChecks(folder, variables);
    return Stream.of(
            Stream.of(java(), fileNames()),
            Stream.of(
                programs.terraform(new String(versions, StandardCharsets.UTF_8)), programs.git()),
            Stream.of(found(workspace)),
            workspace.stream().flatMap(found -> new WorkspaceChecks(found, today).all()))
        .flatMap(checks -> checks)
        .toList();
  }

  private static Check java() {
    return Check.ok(
        "java", System.getProperty("java.version") + " in " + System.getProperty("java.home"));
  }

  /**
   * Checks the encoding of file names: in the locale C, Java cannot represent names outside of
   * ASCII.
   */
  private static Check fileNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "unknown");
    return encoding.equals(StandardCharsets.UTF_8.name())
        ? Check.ok("file names", encoding)
        : Check.warning("file names", encoding + ", expected UTF-8", "set LC_ALL=C.UTF-8");
  }

  private Check found(Optional<Workspace> workspace) {
    return workspace
        .map(found -> Check.ok("workspace", found.root().toString()))
        .orElseGet(
            () ->
                Check.warning(
                    "workspace",
                    "no datasets/platform.yaml in " + folder + " or a folder above it",
                    "go to the folder of your exports, or name it with -C DIR"));
  }
}
