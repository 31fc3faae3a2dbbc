package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs another program in a folder and returns its output. */
public final class Program {

  /** Charset in which Java decodes file names, so that the output names the same files. */
  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final String name;
  private final Path folder;
  private final Map<String, String> variables;

  /**
   * Names a program.
   *
   * @param name the name of the program on the PATH
   * @param variables the program's whole environment
   */
  public Program(String name, Path folder, Map<String, String> variables) {
    this.name = name;
    this.folder = folder;
    this.variables = Map.copyOf(variables);
  }

  /** Output and exit status of a program. */
  public record Answer(String program, int status, String out, String err) {

    public boolean isGiven() {
      return status == 0;
    }

    /**
     * Returns the standard output.
     *
     * @throws ExportctlException with the first line of standard error if the program failed
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
   * Runs the program to its end, without a shell and with empty standard input.
   *
   * @throws ExportctlException if it cannot be started
   */
  public Answer ask(String... question) {
    return run(new byte[0], FILE_NAMES, question);
  }

  /**
   * Runs the program like {@link #ask}, for output that is not text.
   *
   * @return an answer whose characters are the bytes of the output
   * @throws ExportctlException if it cannot be started
   */
  Answer askForBytes(String... question) {
    return run(new byte[0], StandardCharsets.ISO_8859_1, question);
  }

  /**
   * Runs the program with bytes as standard input; the output is not decoded.
   *
   * @throws ExportctlException if it cannot be started, or with the first line of standard error if
   *     it fails
   */
  byte[] pipe(byte[] input, String... question) {
    return run(input, StandardCharsets.ISO_8859_1, question)
        .orFail("run the command again")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private Answer run(byte[] input, Charset charset, String... question) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(List.of(question));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      // Use all streams at once: git blocks if it prints many warnings that nobody reads.
      CompletableFuture<Void> in =
          CompletableFuture.runAsync(() -> write(input, process.getOutputStream()));
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream(), FILE_NAMES));
      String out = read(process.getInputStream(), charset);
      in.join();
      return new Answer(name, process.waitFor(), out, err.join());
    } catch (IOException e) {
      throw new ExportctlException(
          name + " cannot be started; install it, and put it on the PATH", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException(name + " was interrupted; run the command again", e);
    }
  }

  /** Writes what the program takes; one that ends before says why in its own words. */
  private static void write(byte[] input, OutputStream stream) {
    try (stream) {
      stream.write(input);
    } catch (IOException e) {
      return;
    }
  }

  private static String read(InputStream stream, Charset charset) {
    try (stream) {
      return new String(stream.readAllBytes(), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
