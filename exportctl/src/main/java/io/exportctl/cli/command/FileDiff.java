package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.fix.FixedFile;
import io.exportctl.render.Change;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what would become of a file, line by line. */
public final class FileDiff {

  private FileDiff() {}

  public static void print(FixedFile file, Workspace workspace, PrintWriter out) {
    if (file.isRenamed()) {
      out.println("rename from " + printable(workspace.display(file.path())));
      out.println("rename to " + printable(file.display()));
    }
    String shown = file.display();
    print(shown, file.before().text(), shown, file.after().text(), out);
  }

  /**
   * @param from the file that it comes from, as it is printed
   * @param to the file that it becomes
   */
  public static void print(String from, String before, String to, String after, PrintWriter out) {
    out.print(harmless(new Change(to, Optional.of(before), Optional.of(after)).diff(from, to)));
  }

  /** As it is but for what a terminal would act on: a diff is also fed to other tools. */
  private static String harmless(String diff) {
    return diff.codePoints()
        .mapToObj(Character::toString)
        .map(point -> "\n\r\t".contains(point) ? point : printable(point))
        .collect(Collectors.joining());
  }
}
