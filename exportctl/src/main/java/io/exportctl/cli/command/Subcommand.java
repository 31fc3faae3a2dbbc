package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Commands of the tool, in the order of the help. Only the command that is called is loaded. */
public enum Subcommand {
  INIT("init"),
  NEW("new"),
  VALIDATE("validate"),
  FIX("fix"),
  RENDER("render"),
  CHANGED("changed"),
  REVIEW("review"),
  LIST("list"),
  SHOW("show"),
  SITE("site"),
  HANDSHAKE("handshake"),
  STATUS("status"),
  STUCK("stuck"),
  REDRIVE("redrive"),
  SWEEP("sweep"),
  USER("user"),
  SUSPEND("suspend"),
  RESUME("resume"),
  RETIRE("retire"),
  RENAME("rename"),
  EXTEND("extend"),
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

  /** Commands that look at no files of the user, or never judge them. */
  private static final Set<Subcommand> FINDING_NOTHING =
      EnumSet.of(
          CHANGED, REDRIVE, SWEEP, EXPLAIN, SCHEMA, COMPLETION, CANDIDATES, ARCHIVE, MAN, HELP);

  private final String word;

  Subcommand(String word) {
    this.word = word;
  }

  /**
   * Returns the commands that a command line needs: only the named command if it comes first and
   * does not describe others, else all.
   */
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

  /** Returns true for a command that never exits with {@code FINDINGS}. */
  public static boolean findsNothing(String word) {
    return FINDING_NOTHING.stream().anyMatch(command -> command.word.equals(word));
  }

  private boolean tellsOfOthers() {
    return this == CANDIDATES || this == MAN || this == HELP;
  }

  /** Creates the command with its subcommands. */
  public Object create(Session session) {
    return switch (this) {
      case INIT -> InitCommand.of(session);
      case NEW -> NewCommand.of(session);
      case VALIDATE -> new ValidateCommand(session);
      case FIX -> new FixCommand(session);
      case RENDER -> new RenderCommand(session);
      case CHANGED -> new ChangedCommand(session);
      case REVIEW -> new ReviewCommand(session);
      case LIST -> new ListCommand(session);
      case SHOW -> new ShowCommand(session);
      case SITE -> new SiteCommand(session);
      case HANDSHAKE -> new HandshakeCommand(session);
      case STATUS -> new StatusCommand(session);
      case STUCK -> new StuckCommand(session);
      case REDRIVE -> new RedriveCommand(session);
      case SWEEP -> new SweepCommand(session);
      case USER ->
          new CommandLine(new UserCommand(session))
              .addSubcommand(new UserRenameCommand(session))
              .addSubcommand(new UserRemoveCommand(session))
              .addSubcommand(new UserAddCommand(session));
      case SUSPEND -> new SuspendCommand(session);
      case RESUME -> new ResumeCommand(session);
      case RETIRE -> new RetireCommand(session);
      case RENAME -> new RenameCommand(session);
      case EXTEND -> new ExtendCommand(session);
      case EXPLAIN -> new ExplainCommand(session);
      case SCHEMA -> new SchemaCommand(session);
      case MIGRATE -> new MigrateCommand(session);
      case DOCTOR -> new DoctorCommand(session);
      case COMPLETION -> new CompletionCommand(session);
      case CANDIDATES -> new CandidatesCommand(session);
      case ARCHIVE -> new ArchiveCommand(session);
      case MAN -> new ManCommand(session);
      case HELP -> new HelpCommand(session);
    };
  }
}
