package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs another program to its end. */
public final class Command {

  private static final long MINUTES = 10;

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private Path input = Path.of("/dev/null");

  private Command(Path directory) {
    this.directory = directory;
  }

  /** Output and exit code of a program. */
  public record Result(int status, String out, String err) {

    /** Returns standard output; fails if the exit code is not 0. */
    public String orFail() {
      if (status != 0) {
        throw new AssertionError("exit code " + status + "\n" + out + "\n" + err);
      }
      return out;
    }
  }

  public static Command in(Path directory) {
    return new Command(directory);
  }

  public Command with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** Sets standard input. */
  public Command withInput(Path file) {
    input = file;
    return this;
  }

  public Result run(String... command) {
    return run(List.of(command));
  }

  /** Runs the program with files instead of pipes, so that no amount of output blocks it. */
  public Result run(List<String> command) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within " + MINUTES + " minutes");
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Finds a program on the PATH. */
  public static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(Pattern.quote(java.io.File.pathSeparator), -1))
        .flatMap(folder -> Stream.of(Path.of(folder, program)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
