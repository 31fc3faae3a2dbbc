package io.exportctl.site;

import io.exportctl.dataset.Details;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Stop;
import io.exportctl.git.FileHistory;
import io.exportctl.handshake.HandshakeFormat;
import io.exportctl.handshake.HandshakePrinter;
import io.exportctl.register.Entry;
import io.exportctl.render.TemplateEngine;
import io.exportctl.yaml.Comment;
import io.exportctl.yaml.YamlDocument;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values of the page of a single dataset. */
final class DatasetPage {

  private final TemplateEngine templates;
  private final FileHistory history;

  DatasetPage(TemplateEngine templates, FileHistory history) {
    this.templates = templates;
    this.history = history;
  }

  /** Returns what the template takes beside the values of all pages. */
  Map<String, Object> model(Entry entry, Item item) {
    Platform platform = entry.platform();
    Map<String, Subject> people =
        item.people().stream()
            .collect(Collectors.toMap(Subject::name, Function.identity(), (one, other) -> one));
    Map<String, Object> model = new HashMap<>();
    model.put("item", item);
    Details details = entry.details();
    model.put("details", details);
    model.put("stateMeaning", details.state().meaning());
    details.contact().ifPresent(contact -> model.put("contact", Link.outside(contact)));
    model.put("description", description(entry.file().document()));
    model.put(
        "facts",
        entry.dataset().facts(platform).stream().map(fact -> FactRow.of(fact, people)).toList());
    model.put("handshake", handshake(entry));
    model.put(
        "history",
        history.byFile().getOrDefault(entry.file().source(), List.of()).stream()
            .map(PastChange::of)
            .toList());
    model.put("historyGap", history.gap());
    List<Stop> stops = entry.dataset() instanceof HasFlow way ? way.flow(platform) : List.of();
    model.put("stations", stops.stream().map(stop -> FlowStep.of(stop, platform)).toList());
    if (!stops.isEmpty()) {
      model.put("picture", FlowPicture.of(stops, platform));
    }
    return model;
  }

  /** Returns the comments above the first key, without the line for editors. */
  private static List<String> description(YamlDocument document) {
    int first = document.mapping().map(keys -> keys.span().line()).orElse(1);
    return document.comments().stream()
        .filter(comment -> comment.isAlone() && comment.span().line() < first)
        .map(Comment::text)
        .filter(text -> !text.isBlank() && !text.startsWith("yaml-language-server:"))
        .toList();
  }

  /** Returns the lines that {@code exportctl handshake} prints; empty without another side. */
  private List<String> handshake(Entry entry) {
    if (!(entry.dataset() instanceof HandedOver handed)) {
      return List.of();
    }
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new HandshakePrinter(out, templates)
        .print(
            handed,
            entry.details(),
            handed.handshake(entry.platform()),
            entry.platform(),
            HandshakeFormat.TEXT);
    out.flush();
    return text.toString().lines().toList();
  }
}
