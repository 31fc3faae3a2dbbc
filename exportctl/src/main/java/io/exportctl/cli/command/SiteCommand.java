package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.FileCandidates;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.git.FileHistory;
import io.exportctl.register.Register;
import io.exportctl.render.Change;
import io.exportctl.render.OutputDirectory;
import io.exportctl.render.PlannedFile;
import io.exportctl.site.Site;
import io.exportctl.site.SiteSources;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the register as pages. */
@Command(
    name = "site",
    description = "Write the register as pages that open from a disk or a web server.",
    exitCodeList = {
      "0:All is well.",
      "1:A file has errors, so nothing was written.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl site",
      "  exportctl site --out build/register --today 2027-03-31"
    })
final class SiteCommand implements Callable<Integer> {

  private static final String FOLDER = "site";

  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write the pages there: a folder that is new, empty or holds pages of this command."
              + " Default: site, in the workspace.")
  private Path out;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description =
          "Mark the reviews that are due on this day. Default: the browser marks those that are due"
              + " when a page is opened.")
  private Optional<String> today = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      completionCandidates = FileCandidates.class,
      description =
          "Show what is deployed, by a file that terraform state pull wrote; repeatable, one for"
              + " each root.")
  private List<Path> states = List.of();

  SiteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Optional<LocalDate> day = today.map(SiteCommand::parse);
    Path folder =
        out == null ? workspace.root().resolve(FOLDER) : workspace.resolve(out.toString());
    return session.alone(workspace, () -> write(workspace, folder, day));
  }

  private static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--today is " + quote(text) + ", expected a date, such as 2027-03-31");
    }
  }

  private int write(Workspace workspace, Path folder, Optional<LocalDate> day) {
    Inventory inventory = workspace.read();
    Diagnostics found = session.validator(workspace).validate(inventory).onAnyDate();
    if (found.hasErrors()) {
      session.print(found.errors());
      say("no page was written; fix the errors first");
      return ExitStatus.FINDINGS;
    }
    OutputDirectory pages = OutputDirectory.ofPages(folder, workspace.display(folder));
    SiteSources sources = sources(workspace, day);
    List<PlannedFile> files =
        Site.files(
            workspace::resource,
            Register.of(inventory, found).entries(),
            Platform.read(inventory.platform()),
            sources);
    List<Change> changes = pages.compare(files);
    pages.apply(changes);
    sources.history().gap().ifPresent(gap -> say("the history is not whole: " + gap));
    String written = changes.isEmpty() ? "all up to date" : changes.size() + " changed";
    session.out().println(Quantity.of(files.size(), "file") + ", " + written);
    session.out().println("open " + pages.display("index.html"));
    return ExitStatus.FINE;
  }

  private SiteSources sources(Workspace workspace, Optional<LocalDate> day) {
    List<Path> files = states.stream().map(file -> workspace.resolve(file.toString())).toList();
    return SiteSources.of(FileHistory.of(workspace, session.environment().variables()), day, files);
  }

  private void say(String sentence) {
    session.environment().err().println("exportctl: " + sentence);
  }
}
