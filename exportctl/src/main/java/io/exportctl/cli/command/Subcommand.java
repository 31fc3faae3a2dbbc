package io.exportctl.cli.command;

import io.exportctl.cli.ExportctlCommand;
import java.util.List;
import picocli.CommandLine;

/**
 * The commands, in the order in which a person meets them. To load and describe one costs time, so
 * that only the one that is called is.
 */
public enum Subcommand {
  INIT("init"),
  NEW("new"),
  VALIDATE("validate"),
  FIX("fix"),
  RENDER("render"),
  CHANGED("changed"),
  LIST("list"),
  SHOW("show"),
  HANDSHAKE("handshake"),
  USER("user"),
  EXPLAIN("explain"),
  SCHEMA("schema"),
  MIGRATE("migrate"),
  DOCTOR("doctor"),
  COMPLETION("completion"),
  CANDIDATES("__complete"),
  ARCHIVE("__archive"),
  MAN("man"),
  HELP("help");

  private static final List<Subcommand> ALL = List.of(values());

  private final String word;

  Subcommand(String word) {
    this.word = word;
  }

  /** What a command line needs: one where its name comes before other words, else all. */
  public static List<Subcommand> neededBy(List<String> args) {
    if (args.equals(List.of("--version"))) {
      return List.of();
    }
    int first = args.size() > 1 && args.get(0).equals("-C") ? 2 : 0;
    for (Subcommand command : ALL) {
      if (args.size() > first && command.word.equals(args.get(first)) && !command.tellsOfOthers()) {
        return List.of(command);
      }
    }
    return ALL;
  }

  private boolean tellsOfOthers() {
    return this == CANDIDATES || this == MAN || this == HELP;
  }

  /** The command, with those below it. */
  public Object create(ExportctlCommand top) {
    return switch (this) {
      case INIT -> new InitCommand(top);
      case NEW -> new NewCommand(top);
      case VALIDATE -> new ValidateCommand(top);
      case FIX -> new FixCommand(top);
      case RENDER -> new RenderCommand(top);
      case CHANGED -> new ChangedCommand(top);
      case LIST -> new ListCommand(top);
      case SHOW -> new ShowCommand(top);
      case HANDSHAKE -> new HandshakeCommand(top);
      case USER ->
          new CommandLine(new UserCommand(top))
              .addSubcommand(new UserRenameCommand(top))
              .addSubcommand(new UserRemoveCommand(top))
              .addSubcommand(new UserAddCommand(top));
      case EXPLAIN -> new ExplainCommand(top);
      case SCHEMA -> new SchemaCommand(top);
      case MIGRATE -> new MigrateCommand(top);
      case DOCTOR -> new DoctorCommand(top);
      case COMPLETION -> new CompletionCommand(top);
      case CANDIDATES -> new CandidatesCommand(top);
      case ARCHIVE -> new ArchiveCommand(top);
      case MAN -> new ManCommand(top);
      case HELP -> new HelpCommand(top);
    };
  }
}
