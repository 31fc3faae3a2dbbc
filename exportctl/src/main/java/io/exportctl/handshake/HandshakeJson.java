package io.exportctl.handshake;

import io.exportctl.dataset.AbandonedUploads;
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.Statement;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

/** Writes parts of a handshake as JSON that AWS accepts. */
final class HandshakeJson {

  private HandshakeJson() {}

  /**
   * Returns the lines to add: one statement for an existing policy of a bucket or key, a whole
   * policy for roles.
   */
  static List<String> lines(Requirement requirement) {
    return switch (requirement.policy()) {
      case BUCKET, KEY -> lines(json -> write(json, requirement.statements().get(0)));
      case ROLES ->
          lines(
              json ->
                  json.field("Version", "2012-10-17")
                      .array("Statement", requirement.statements(), HandshakeJson::write));
    };
  }

  /** Returns the lines of a rule for a bucket's lifecycle configuration. */
  static List<String> lines(AbandonedUploads uploads) {
    return lines(json -> write(json, uploads));
  }

  static void write(JsonWriter json, Statement statement) {
    json.field("Sid", statement.sid()).field("Effect", "Allow");
    statement
        .principal()
        .ifPresent(role -> json.object("Principal", object -> object.field("AWS", role)));
    json.texts("Action", statement.actions()).field("Resource", statement.resource());
  }

  /** Writes a rule as {@code aws s3api put-bucket-lifecycle-configuration} accepts it. */
  static void write(JsonWriter json, AbandonedUploads uploads) {
    json.field("ID", uploads.ruleId())
        .field("Status", "Enabled")
        .object("Filter", filter -> filter.field("Prefix", uploads.prefix()))
        .object(
            "AbortIncompleteMultipartUpload",
            abort -> abort.field("DaysAfterInitiation", uploads.days()));
  }

  private static List<String> lines(Consumer<JsonWriter> members) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    JsonWriter.write(out, members);
    out.flush();
    return text.toString().lines().toList();
  }
}
