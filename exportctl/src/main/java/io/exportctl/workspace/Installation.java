package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What came with the tool, and lies beside it rather than in its jar. */
public final class Installation {

  private static final String ZIP = "export-lambda.zip";

  private final Path code;

  private Installation(Path code) {
    this.code = code;
  }

  /**
   * What lies around the tool.
   *
   * @param code where the tool itself lies: its jar, or a folder of classes
   */
  public static Installation around(URL code) {
    try {
      return new Installation(Path.of(code.toURI()));
    } catch (URISyntaxException e) {
      throw new ExportctlException(code + " is not the path of a jar; start exportctl/bin", e);
    }
  }

  /**
   * The zip with the function that moves the files: beside the jar in a distribution, where Maven
   * builds it in a clone.
   *
   * @throws ExportctlException where there is none
   */
  public Path lambdaZip() {
    Path folder = code.resolveSibling(".");
    return Stream.of(folder.resolve(ZIP), folder.resolve("../../lambda/target").resolve(ZIP))
        .map(Path::normalize)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new ExportctlException(
                    "there is no "
                        + ZIP
                        + " beside "
                        + code
                        + "; start exportctl out of its whole distribution, or build it with"
                        + " mvn package"));
  }
}
