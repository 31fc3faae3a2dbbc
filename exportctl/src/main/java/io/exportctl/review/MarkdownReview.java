package io.exportctl.review;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.register.Unreadable;
import io.exportctl.text.Markdown;
import io.exportctl.text.Quantity;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/**
 * Prints a review as a comment on a pull request. Its first line is a hidden marker, by which a
 * workflow finds the comment of an earlier run. GitHub takes at most 65,536 characters.
 */
public final class MarkdownReview {

  /** The line that identifies the comment; docs/ci.md and the workflow of {@code init} name it. */
  public static final String MARKER = "<!-- exportctl review -->";

  /** Maximum number of characters of the rows. */
  private static final int LARGEST = 60_000;

  private MarkdownReview() {}

  /** Prints the changes as a table, the gravest first. */
  public static void print(Review review, PrintWriter out) {
    List<Change> changes =
        review.changes().stream().sorted(Comparator.comparing(Change::effect).reversed()).toList();
    out.print(MARKER + "\n### Meaning of this change\n\n");
    if (changes.isEmpty()) {
      out.print("Nothing changes for people or data.\n");
    } else {
      out.print("| Effect | Change | In |\n|---|---|---|\n");
      printRows(changes, out);
    }
    for (Diagnostic removal : review.removals()) {
      out.print(
          "\n**Not retired:** " + literal(removal.location().file() + ": " + removal.message()));
      out.print(removal.help().map(help -> "; " + literal(help)).orElse("") + ".\n");
    }
    for (Unreadable file : review.unreadable()) {
      out.print("\n" + literal(file.message()) + ".\n");
    }
    String counts = changes.isEmpty() ? "" : ": " + review.counts();
    out.print(
        "\n"
            + Quantity.of(changes.size(), "change")
            + " since "
            + literal(review.since())
            + counts
            + "\n");
  }

  private static void printRows(List<Change> changes, PrintWriter out) {
    int printed = 0;
    for (int i = 0; i < changes.size(); i++) {
      String row = row(changes.get(i));
      printed += row.length();
      if (printed > LARGEST) {
        out.print("\nand " + (changes.size() - i) + " more, which exportctl review shows\n");
        return;
      }
      out.print(row);
    }
  }

  private static String row(Change change) {
    String source = literal(change.source());
    String where = change.from() == Change.Source.PLAN ? "plan: " + source : source;
    return "| **%s** | %s | %s |\n"
        .formatted(change.effect().label(), literal(change.sentence()), where);
  }

  /** Escapes text, so that it mentions nobody either. */
  private static String literal(String text) {
    return Markdown.literal(text).replace("&#64;", "&#64;<!-- -->");
  }
}
