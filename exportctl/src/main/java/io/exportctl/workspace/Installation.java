package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came with the tool, and lies beside it rather than in its jar. */
public final class Installation {

  private static final String ZIP = "export-lambda.zip";

  /** Beside the jar of a distribution; in a clone as seen from target/lib/ and from target/. */
  private static final List<String> FOLDERS =
      List.of(".", "../../../lambda/target", "../../lambda/target");

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
   * The zip with the function that moves the files.
   *
   * @throws ExportctlException where there is none
   */
  public Path lambdaZip() {
    Path folder = code.resolveSibling(".");
    return FOLDERS.stream()
        .map(place -> folder.resolve(place).resolve(ZIP).normalize())
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
