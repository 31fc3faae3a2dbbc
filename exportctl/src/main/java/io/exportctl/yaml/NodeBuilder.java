package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Builds nodes from SnakeYAML's events. SnakeYAML's composer expands aliases, loses their places
 * and accepts duplicate keys.
 */
final class NodeBuilder {

  /**
   * Maximum nesting depth. A dataset needs two levels; a much deeper nesting would exhaust the
   * stack.
   */
  private static final int DEEPEST = 16;

  /** Prefix of the standard tags, abbreviated as {@code !!}. */
  private static final String STANDARD = "tag:yaml.org,2002:";

  private final YamlDocument source;
  private final List<Diagnostic> problems;
  private final List<Span> scalars = new ArrayList<>();

  /** Ends the building of a document that has been reported as invalid. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
  }

  NodeBuilder(YamlDocument source, List<Diagnostic> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Returns the root of the only document; empty if a problem was reported. */
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
      return new YamlNode.Sequence(EventPlaces.span(event, next, items), items);
    }
    return mapping((MappingStartEvent) event, events, depth);
  }

  /** Places of the keys and values in source order; a {@code #} in one starts no comment. */
  List<Span> scalars() {
    return scalars;
  }

  private YamlNode.Scalar scalar(ScalarEvent event) throws Refused {
    refuseTag(event, event.getTag());
    scalars.add(EventPlaces.text(event));
    return new YamlNode.Scalar(EventPlaces.span(event), event.getValue(), event.isPlain());
  }

  private YamlNode mapping(MappingStartEvent start, Iterator<Event> events, int depth)
      throws Refused {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    List<RepeatedKey> repeats = new ArrayList<>(0);
    int before = problems.size();
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
        repeats.add(new RepeatedKey(key, first.key(), entries.size()));
      }
      next = events.next();
    }
    problems.addAll(before, RepeatedKey.diagnose(repeats, source));
    Span span =
        entries.isEmpty()
            ? EventPlaces.span(start)
            : entries.values().iterator().next().key().span();
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
    problems.add(
        Diagnostic.of(source.location(EventPlaces.span(event)), rule, message).withHelp(help));
  }
}
