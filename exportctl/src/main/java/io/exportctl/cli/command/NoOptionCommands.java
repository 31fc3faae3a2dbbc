package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What is run most, as it mostly is: without options. Where there is nothing to parse the parser is
 * not even loaded, whose start takes longer than to check ten files.
 */
public final class NoOptionCommands {

  private NoOptionCommands() {}

  /** The command, ready to be called; empty where the line has to be parsed. */
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
