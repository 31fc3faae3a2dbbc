package io.exportctl.source.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Programs in {@code src/test/node}, with their npm packages. */
public final class NodePrograms {

  private static final Path SOURCE = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node");
  private static final List<String> FILES =
      List.of(
          "package.json",
          "package-lock.json",
          "walk.mjs",
          "server.mjs",
          "receiver.mjs",
          "provider.mjs",
          "wizard.mjs");

  private NodePrograms() {}

  /** Installs what the programs import; without npm, the test is skipped, and fails in CI. */
  public static synchronized void install() throws Exception {
    assumeTrue("true".equals(System.getenv("CI")) || hasNpm(), "npm is not installed");
    Files.createDirectories(FOLDER);
    for (String file : FILES) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Path installed = FOLDER.resolve("installed.json");
    if (Files.exists(installed)
        && Files.mismatch(installed, FOLDER.resolve("package-lock.json")) < 0) {
      return;
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("npm.log").toFile())
            .start();
    if (npm.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(FOLDER.resolve("npm.log")));
    }
    // Tells, unlike npm's own file, that another version of a package is wanted.
    Files.copy(FOLDER.resolve("package-lock.json"), installed, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean hasNpm() throws InterruptedException {
    try {
      return new ProcessBuilder("npm", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts a program; its errors go to the test's. */
  public static Process start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", program));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(FOLDER.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
