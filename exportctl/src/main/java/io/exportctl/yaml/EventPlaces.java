package io.exportctl.yaml;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Converts the marks of SnakeYAML's events to places. */
final class EventPlaces {

  private EventPlaces() {}

  /**
   * Returns the span of the text itself: a block starts on the line after its {@code |} or {@code
   * >}.
   */
  static Span text(ScalarEvent event) {
    Span span = span(event);
    boolean block = event.isLiteral() || event.isFolded();
    return block ? new Span(span.line() + 1, 1, span.endLine(), span.endColumn()) : span;
  }

  /** Returns the span of a list: up to its closing bracket, or to the end of its last item. */
  static Span span(Event start, Event end, List<YamlNode> items) {
    Span first = span(start);
    Span last =
        items.isEmpty() || ((CollectionStartEvent) start).isFlow()
            ? span(end)
            : items.get(items.size() - 1).span();
    return new Span(first.line(), first.column(), last.endLine(), last.endColumn());
  }

  static Span span(Event event) {
    Mark start = event.getStartMark();
    Mark end = event.getEndMark();
    return new Span(
        start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }
}
