package io.exportctl.review;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;

/** Prints a review for programs; {@code schema/output/review.schema.json} describes it. */
public final class JsonReview {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private JsonReview() {}

  public static void print(Review review, PrintWriter out) {
    JsonWriter.write(
        out,
        json ->
            json.field("version", VERSION)
                .field("since", review.since())
                .field("effect", review.effect().toString())
                .array("changes", review.changes(), JsonReview::write)
                .array("removals", review.removals(), JsonReview::write)
                .array(
                    "unreadable",
                    review.unreadable(),
                    (object, file) ->
                        object.field("file", file.path()).field("errors", file.errors())));
  }

  private static void write(JsonWriter json, Diagnostic removal) {
    json.field("file", removal.location().file()).field("message", removal.message());
    removal.help().ifPresent(help -> json.field("help", help));
  }

  private static void write(JsonWriter json, Change change) {
    json.field("effect", change.effect().toString())
        .field("from", change.from().toString())
        .field("source", change.source())
        .field("sentence", change.sentence());
  }
}
