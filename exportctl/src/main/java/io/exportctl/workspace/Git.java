package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The program git, asked questions in one folder; nothing is changed. */
final class Git {

  /** As Java decodes the names of files, so that a file has one name only. */
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  /** It asks nobody, waits for no lock, and takes no file's name for a pattern. */
  private static final Map<String, String> QUIET =
      Map.of(
          "LC_ALL", "C",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_LITERAL_PATHSPECS", "1");

  private final Path folder;
  private final Map<String, String> variables;

  /**
   * @param variables of the user, who may name a repository in them as hooks do
   */
  Git(Path folder, Map<String, String> variables) {
    this.folder = folder;
    this.variables = variables;
  }

  /** What git printed; its status is 0 where it could answer. */
  record Answer(int status, String out, String err) {

    boolean isGiven() {
      return status == 0;
    }

    /**
     * @throws ExportctlException with the first line of what git says, where there is no answer
     */
    String orFail(String remedy) {
      if (!isGiven()) {
        String reason = err.lines().findFirst().orElse("exit code " + status);
        throw new ExportctlException("git says \"" + reason + "\"; " + remedy);
      }
      return out;
    }
  }

  Answer ask(String... question) {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(question));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.environment().putAll(QUIET);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // Both at once: git may warn of every file, and would wait for a reader.
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      String out = read(process.getInputStream());
      return new Answer(process.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new ExportctlException("git cannot be started; install it, and put it on the PATH", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException("git was interrupted; run the command again", e);
    }
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), FILE_NAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
