package io.exportctl.operate;

import io.exportctl.dataset.AwsResource;
import io.exportctl.register.Unreadable;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a status report as {@code schema/output/status.schema.json} describes it. */
public final class StatusJson {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private StatusJson() {}

  public static void print(StatusReport report, List<Unreadable> unreadable, PrintWriter out) {
    JsonWriter.write(
        out,
        json ->
            json.field("version", VERSION)
                .field("wrong", report.isWrong())
                .array("datasets", report.datasets(), StatusJson::write)
                .texts("strayRoles", report.strays())
                .texts("lackingPermissions", List.copyOf(report.lacking()))
                .array(
                    "unreadable",
                    unreadable,
                    (object, file) ->
                        object.field("file", file.path()).field("errors", file.errors())));
  }

  private static void write(JsonWriter json, DatasetStatus status) {
    json.field("name", status.id().name())
        .field("kind", status.id().kind().id())
        .field("deployed", status.deployed().name().toLowerCase(Locale.ROOT))
        .texts("missing", status.missing().stream().map(AwsResource::toString).toList());
    List<String> unknown = new ArrayList<>();
    number(json, "waiting", status.waiting(), unknown);
    number(json, "inFlight", status.inFlight(), unknown);
    number(json, "failing", status.failing(), unknown);
    number(json, "deadLetters", status.deadLetters(), unknown);
    number(json, "oldestSeconds", status.oldest().map(age -> age.toSeconds()), unknown);
    text(json, "lastDelivery", status.lastDelivery().map(at -> at.toString()), unknown);
    text(
        json, "release", status.release().map(one -> one.name().toLowerCase(Locale.ROOT)), unknown);
    if (status.alarms().isUnknown()) {
      unknown.add("alarms");
    }
    json.array(
        "alarms",
        status.alarms().value().orElse(List.of()),
        (object, alarm) ->
            object
                .field("name", alarm.name())
                .field("state", alarm.state())
                .field("reason", alarm.reason()));
    if (status.absentUsers().isUnknown()) {
      unknown.add("usersWithoutRole");
    }
    json.texts("usersWithoutRole", status.absentUsers().value().orElse(List.of()))
        .array(
            "failures",
            status.failures(),
            (object, failure) ->
                object.field("reason", failure.reason()).field("times", failure.times()))
        .texts("faults", status.faults())
        .texts("unknown", unknown);
  }

  private static void number(JsonWriter json, String name, Cell<Long> cell, List<String> unknown) {
    cell.value().ifPresent(value -> json.field(name, value));
    if (cell.isUnknown()) {
      unknown.add(name);
    }
  }

  private static void text(JsonWriter json, String name, Cell<String> cell, List<String> unknown) {
    cell.value().ifPresent(value -> json.field(name, value));
    if (cell.isUnknown()) {
      unknown.add(name);
    }
  }
}
