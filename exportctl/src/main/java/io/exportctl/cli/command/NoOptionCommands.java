package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The most frequent command lines, {@code validate} and {@code render} without options. They skip
 * picocli, which takes longer to load than ten files take to check.
 */
public final class NoOptionCommands {

  private NoOptionCommands() {}

  /** Returns the command to call; empty if the line has to be parsed by picocli. */
  public static Optional<Callable<Integer>> command(List<String> args, Session session) {
    if (args.isEmpty() || args.stream().anyMatch(word -> word.startsWith("-"))) {
      return Optional.empty();
    }
    List<String> more = args.subList(1, args.size());
    return switch (args.get(0)) {
      case "validate" -> Optional.of(new ValidateCommand(session, more));
      case "render" -> more.isEmpty() ? Optional.of(new RenderCommand(session)) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
