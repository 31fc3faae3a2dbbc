package io.exportctl.review;

import static io.exportctl.text.Quotation.printable;
import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Effect;
import io.exportctl.text.Quantity;
import java.io.PrintWriter;
import java.util.Arrays;

/** Prints a review for a person at a terminal. */
public final class TextReview {

  private static final int LABELS =
      Arrays.stream(Effect.values()).mapToInt(effect -> effect.label().length()).max().orElse(0);

  private TextReview() {}

  /** Prints the changes of each file or module below its name, then their number. */
  public static void print(Review review, PrintWriter out) {
    String source = "";
    for (Change change : review.changes()) {
      String next = (change.from() == Change.Source.PLAN ? "plan: " : "") + change.source();
      if (!next.equals(source)) {
        out.println(printable(next));
        source = next;
      }
      String label = change.effect().label();
      out.println(
          "  " + label + " ".repeat(LABELS - label.length() + 2) + printable(change.sentence()));
    }
    String counts = review.changes().isEmpty() ? "" : ": " + review.counts();
    out.println(
        Quantity.of(review.changes().size(), "change")
            + " since "
            + quote(review.since())
            + counts);
  }
}
