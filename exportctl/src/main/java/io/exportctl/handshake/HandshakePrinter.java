package io.exportctl.handshake;

import io.exportctl.dataset.Details;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Requirement;
import io.exportctl.kind.Kinds;
import io.exportctl.render.TemplateEngine;
import io.exportctl.text.JsonWriter;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints the handshake of a dataset: the changes that the other side has to make. */
public final class HandshakePrinter {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private static final String TERRAFORM = "tf.ftl";
  private static final String KUBERNETES = "yaml.ftl";

  private final PrintWriter out;
  private final TemplateEngine templates;

  public HandshakePrinter(PrintWriter out, TemplateEngine templates) {
    this.out = out;
    this.templates = templates;
  }

  /** Returns false for a format that says nothing to the other side of such a dataset. */
  public boolean has(HandedOver dataset, HandshakeFormat format) {
    return switch (format) {
      case TEXT, JSON -> true;
      case TERRAFORM -> templates.has(template(dataset) + TERRAFORM);
      case KUBERNETES -> templates.has(template(dataset) + KUBERNETES);
    };
  }

  /** Returns the beginning of the paths of a dataset's templates. */
  private static String template(HandedOver dataset) {
    return "templates/" + dataset.kind().id() + "/handshake.";
  }

  /**
   * Prints the handshake of a dataset.
   *
   * @param details the words for people, which the text and the JSON have
   * @param handshake the steps, or those of a single account
   */
  public void print(
      HandedOver dataset,
      Details details,
      Handshake handshake,
      Platform platform,
      HandshakeFormat format) {
    String template = template(dataset);
    List<RequirementModel> asks =
        handshake.asks().stream().map(ask -> RequirementModel.of(ask, platform)).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("dataset", dataset);
    model.put("details", details);
    model.put("platform", platform);
    Kinds.sections(platform).forEach((kind, section) -> model.put(kind + "_platform", section));
    model.put("location", dataset.handoverBucket(platform));
    model.put("receivers", dataset.receivers().stream().map(platform::account).toList());
    model.put("uploads", handshake.uploads());
    model.put("lifecycle", handshake.uploads().map(HandshakeJson::lines).orElse(List.of()));
    model.put("asks", asks);
    model.put("trials", handshake.trials().stream().map(TestCommandModel::of).toList());
    switch (format) {
      case TEXT -> {
        out.print(templates.text(template + "txt.ftl", model));
        out.print(templates.text("templates/people.txt.ftl", model));
      }
      case TERRAFORM -> out.print(templates.hcl(template + TERRAFORM, model));
      case KUBERNETES -> out.print(templates.yaml(template + KUBERNETES, model));
      case JSON -> printJson(dataset, details, platform, handshake);
    }
  }

  private void printJson(
      HandedOver dataset, Details details, Platform platform, Handshake handshake) {
    JsonWriter.write(
        out,
        json -> {
          json.field("version", VERSION)
              .field("name", dataset.name())
              .field("kind", dataset.kind().id())
              .field("account", platform.accountId());
          details.description().ifPresent(text -> json.field("description", text));
          details.owner().ifPresent(team -> json.field("owner", team));
          details.contact().ifPresent(address -> json.field("contact", address));
          json.array("asks", handshake.asks(), HandshakePrinter::write);
          handshake
              .uploads()
              .ifPresent(
                  uploads ->
                      json.object("lifecycleRule", rule -> HandshakeJson.write(rule, uploads)));
          json.array(
              "trials",
              handshake.trials(),
              (object, trial) ->
                  object.field("by", trial.by()).field("command", ShellCommand.of(trial)));
        });
  }

  private static void write(JsonWriter json, Requirement requirement) {
    json.field("addTo", requirement.policy().toString()).field("of", requirement.of());
    if (!requirement.roles().isEmpty()) {
      json.texts("roles", requirement.roles());
    }
    json.array("statements", requirement.statements(), HandshakeJson::write);
  }
}
