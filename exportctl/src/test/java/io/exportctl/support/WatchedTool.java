package io.exportctl.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that runs {@code validate --watch}. */
public final class WatchedTool implements AutoCloseable {

  /** The last line of each result. */
  private static final String END = "watching for changes; Ctrl-C ends\n";

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private int read;

  private WatchedTool(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /**
   * Starts the launcher.
   *
   * @param out the file for its output
   */
  public static WatchedTool start(Path launcher, Path root, Path out) throws IOException {
    Process process =
        new ProcessBuilder(launcher.toString(), "validate", "--watch")
            .directory(root.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    return new WatchedTool(process, out);
  }

  /** Waits for the next complete result; fails after a minute. */
  public String next() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < deadline) {
      String all = Files.readString(out);
      int end = all.indexOf(END, read);
      if (end >= 0) {
        String result = all.substring(read, end);
        read = end + END.length();
        return result;
      }
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("ended with " + process.exitValue() + "\n" + all);
      }
    }
    throw new AssertionError("no result within " + DEADLINE + "\n" + Files.readString(out));
  }

  /** Waits for a result with a text, as an edit may be noticed in several steps. */
  public String nextWith(String text) throws IOException, InterruptedException {
    String result = next();
    while (!result.contains(text)) {
      result = next();
    }
    return result;
  }

  /** Ends the process; returns the output after the last result and the exit code. */
  public Command.Result end() throws IOException, InterruptedException {
    // Not SIGINT, which a background shell ignores; Java ends in the same way.
    process.destroy();
    int status = process.waitFor();
    return new Command.Result(status, Files.readString(out).substring(read), "");
  }

  @Override
  public void close() {
    Processes.kill(Processes.tree(process));
  }
}
