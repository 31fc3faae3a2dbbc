package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that are installed beside the tool's jar. */
public final class Installation {

  private final Path code;

  private Installation(Path code) {
    this.code = code;
  }

  /**
   * Finds the installation that a tool belongs to.
   *
   * @param code the tool's jar, or its folder of classes
   */
  public static Installation around(URL code) {
    try {
      return new Installation(Path.of(code.toURI()));
    } catch (URISyntaxException e) {
      throw new ExportctlException(code + " is not the path of a jar; start exportctl/bin", e);
    }
  }

  /**
   * Finds artifacts, in the order given.
   *
   * @throws ExportctlException if one is missing
   */
  public Map<Artifact, Path> artifacts(List<Artifact> wanted) {
    Map<Artifact, Path> found = new LinkedHashMap<>();
    wanted.forEach(artifact -> found.put(artifact, artifact(artifact)));
    return found;
  }

  /**
   * Finds an artifact.
   *
   * @throws ExportctlException if it is missing
   */
  public Path artifact(Artifact artifact) {
    return find(artifact)
        .orElseThrow(
            () ->
                new ExportctlException(
                    artifact.name()
                        + " is missing beside "
                        + code
                        + "; install the whole distribution of exportctl, or build it with"
                        + " mvn package"));
  }

  /** Finds an artifact; empty if it is missing. */
  public Optional<Path> find(Artifact artifact) {
    Path folder = code.resolveSibling(".");
    return folders(artifact)
        .map(place -> folder.resolve(place).resolve(artifact.name()).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Returns the folders to search: beside the jar, and in a clone from target/lib/ and target/. */
  private static Stream<String> folders(Artifact artifact) {
    String target = artifact.module() + "/target";
    return Stream.of(".", "../../../" + target, "../../" + target);
  }
}
