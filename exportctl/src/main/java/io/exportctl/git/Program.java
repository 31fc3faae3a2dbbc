package io.exportctl.git;

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

/** Another program, asked in one folder what it knows. */
public final class Program {

  /** As Java decodes the names of files, so that a file has one name only. */
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final String name;
  private final Path folder;
  private final Map<String, String> variables;

  /**
   * @param name as it is found on the PATH
   * @param variables all that it gets
   */
  public Program(String name, Path folder, Map<String, String> variables) {
    this.name = name;
    this.folder = folder;
    this.variables = Map.copyOf(variables);
  }

  /** What a program printed; its status is 0 where it could answer. */
  public record Answer(String program, int status, String out, String err) {

    public boolean isGiven() {
      return status == 0;
    }

    /**
     * What it answered.
     *
     * @throws ExportctlException with the first line of what it says, where there is no answer
     */
    public String orFail(String remedy) {
      if (!isGiven()) {
        String reason = err.lines().findFirst().orElse("exit code " + status);
        throw new ExportctlException(program + " says \"" + reason + "\"; " + remedy);
      }
      return out;
    }
  }

  /**
   * Runs it to its end, without a shell and with nothing to read.
   *
   * @throws ExportctlException where it is not there
   */
  public Answer ask(String... question) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(List.of(question));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      // Both at once: git may warn of every file, and would wait until somebody reads that.
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      String out = read(process.getInputStream());
      return new Answer(name, process.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new ExportctlException(
          name + " cannot be started; install it, and put it on the PATH", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException(name + " was interrupted; run the command again", e);
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
