package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Builds nodes from SnakeYAML's events. Its own composer is not used: it expands aliases and keeps
 * no place for them, and does not refuse duplicate keys.
 */
final class NodeBuilder {

  /** A dataset needs two levels; what is deeper is no dataset and would exhaust the stack. */
  private static final int DEEPEST = 16;

  /** What YAML abbreviates as {@code !!}. */
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final YamlDocument source;
  private final List<Diagnostic> problems;
  private final List<Span> scalars = new ArrayList<>();

  /** Ends the building of a document that a diagnostic already refuses. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  NodeBuilder(YamlDocument source, List<Diagnostic> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The root of the only document; empty where {@code problems} now says why. */
  Optional<YamlNode> build(Iterator<Event> events) {
    events.next(); // stream start
    Event event = events.next();
    if (event.is(Event.ID.StreamEnd)) {
      return empty();
    }
    YamlNode root;
    try {
      root = node(events.next(), events, 1);
    } catch (Refused e) {
      return Optional.empty();
    }
    events.next(); // document end
    Event after = events.next();
    if (!after.is(Event.ID.StreamEnd)) {
      report(
          after,
          RuleId.MULTIPLE_DOCUMENTS,
          "a second document begins here, expected one in a file",
          "give each dataset a file of its own");
      return Optional.empty();
    }
    return root instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.NULL
        ? empty()
        : Optional.of(root);
  }

  private Optional<YamlNode> empty() {
    problems.add(
        Diagnostic.of(
                Location.of(source.file()),
                RuleId.EMPTY_FILE,
                "the file holds nothing, expected keys with values")
            .withHelp("write lines such as \"key: value\", or remove the file if it is left over"));
    return Optional.empty();
  }

  private YamlNode node(Event event, Iterator<Event> events, int depth) throws Refused {
    if (depth > DEEPEST) {
      report(
          event,
          RuleId.NESTING_TOO_DEEP,
          "nested more than " + DEEPEST + " levels deep",
          "write keys with values or lists, without lists in lists");
      throw new Refused();
    }
    if (event instanceof AliasEvent alias) {
      report(
          event,
          RuleId.ALIAS,
          "an alias (" + Quotation.cut("*" + alias.getAnchor()) + "), expected the value itself",
          "write the value out, so that a reviewer sees it");
      throw new Refused();
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    refuseTag(event, ((CollectionStartEvent) event).getTag());
    if (event instanceof SequenceStartEvent) {
      List<YamlNode> items = new ArrayList<>();
      Event next = events.next();
      while (!(next instanceof SequenceEndEvent)) {
        items.add(node(next, events, depth + 1));
        next = events.next();
      }
      return new YamlNode.Sequence(span(event, next, items), items);
    }
    return mapping((MappingStartEvent) event, events, depth);
  }

  /** Where the text of keys and values stands, in source order: what is no comment there. */
  List<Span> scalars() {
    return scalars;
  }

  /** A block of text begins in the line after its {@code |} or {@code >}. */
  private static Span text(ScalarEvent event) {
    Span span = span(event);
    boolean block = event.isLiteral() || event.isFolded();
    return block ? new Span(span.line() + 1, 1, span.endLine(), span.endColumn()) : span;
  }

  private YamlNode.Scalar scalar(ScalarEvent event) throws Refused {
    refuseTag(event, event.getTag());
    scalars.add(text(event));
    return new YamlNode.Scalar(span(event), event.getValue(), event.isPlain());
  }

  private YamlNode mapping(MappingStartEvent start, Iterator<Event> events, int depth)
      throws Refused {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    Event next = events.next();
    while (!(next instanceof MappingEndEvent)) {
      if (!(next instanceof ScalarEvent keyEvent)) {
        report(
            next,
            RuleId.YAML_SYNTAX,
            "a key that is not text",
            "write \"key: value\", or put the value in quotes");
        throw new Refused();
      }
      YamlNode.Scalar key = scalar(keyEvent);
      YamlNode value = node(events.next(), events, depth + 1);
      YamlNode.Entry first = entries.putIfAbsent(key.text(), new YamlNode.Entry(key, value));
      if (first != null) {
        problems.add(
            Diagnostic.of(
                    source.location(key),
                    RuleId.DUPLICATE_KEY,
                    "key "
                        + Quotation.quote(key.text())
                        + " stands here again, first in line "
                        + first.key().span().line())
                .withHelp("keep one of the two"));
      }
      next = events.next();
    }
    Span span = entries.isEmpty() ? span(start) : entries.values().iterator().next().key().span();
    return new YamlNode.Mapping(span, List.copyOf(entries.values()));
  }

  private void refuseTag(Event event, String tag) throws Refused {
    if (tag != null) {
      report(
          event,
          RuleId.YAML_TAG,
          "a tag (" + Quotation.cut(tag.replace(STANDARD, "!!")) + "), expected a plain value",
          "remove the tag; put a value in quotes to make it text");
      throw new Refused();
    }
  }

  private void report(Event event, RuleId rule, String message, String help) {
    problems.add(Diagnostic.of(source.location(span(event)), rule, message).withHelp(help));
  }

  /** In brackets up to the closing one, in lines up to the end of the last entry. */
  private static Span span(Event start, Event end, List<YamlNode> items) {
    Span first = span(start);
    Span last =
        items.isEmpty() || ((CollectionStartEvent) start).isFlow()
            ? span(end)
            : items.get(items.size() - 1).span();
    return new Span(first.line(), first.column(), last.endLine(), last.endColumn());
  }

  private static Span span(Event event) {
    Mark start = event.getStartMark();
    Mark end = event.getEndMark();
    return new Span(
        start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }
}
