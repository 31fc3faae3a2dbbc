package io.exportctl.landing.format;

import java.util.List;

/**
 * The loader's verdict over an extraction, as its service reads it.
 *
 * @param published false if the extraction was refused
 * @param reasons of a refusal, a sentence each
 * @param nulled columns that have values which Parquet cannot hold, with the number of these
 */
public record Result(boolean published, List<String> reasons, List<String> nulled) {

  /** Maximum size of a verdict in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  public Result {
    reasons = List.copyOf(reasons);
    nulled = List.copyOf(nulled);
  }

  /**
   * Reads a verdict; keys that are unknown are left to later versions.
   *
   * @throws ManifestException if it is not one
   */
  public static Result parse(byte[] json) throws ManifestException {
    JsonObject it = JsonObject.parse(json);
    String status = it.text("status");
    if (!List.of("published", "refused").contains(status)) {
      throw new ManifestException("status has an unknown value");
    }
    return new Result(
        status.equals("published"),
        it.objects("reasons", Result::reason),
        it.objects(
            "nulled",
            column ->
                "%s.%s: %d"
                    .formatted(
                        column.text("table"),
                        column.text("column"),
                        column.number("count", Long.MAX_VALUE))));
  }

  private static String reason(JsonObject it) throws ManifestException {
    return it.text("id")
        + it.findText("table").map(table -> ", table \"" + table + "\"").orElse("")
        + it.findText("column").map(column -> ", column \"" + column + "\"").orElse("")
        + ": "
        + it.text("detail");
  }
}
