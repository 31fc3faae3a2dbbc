package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.fix.FixedFile;
import io.exportctl.render.Change;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the changes to a file as a diff. */
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
   * Prints a diff between two texts.
   *
   * @param from path of the file before the change, as it is printed
   * @param to path of the file after the change, as it is printed
   */
  public static void print(String from, String before, String to, String after, PrintWriter out) {
    out.print(harmless(new Change(to, Optional.of(before), Optional.of(after)).diff(from, to)));
  }

  /**
   * Makes characters visible that a terminal would act on. Line breaks and tabs stay, as a diff is
   * also passed to other tools.
   */
  private static String harmless(String diff) {
    return diff.codePoints()
        .mapToObj(Character::toString)
        .map(point -> "\n\r\t".contains(point) ? point : printable(point))
        .collect(Collectors.joining());
  }
}
