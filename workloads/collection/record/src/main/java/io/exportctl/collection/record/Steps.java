package io.exportctl.collection.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Steps of one collection in their order. */
record Steps(List<Step.Shape> shapes, List<Step.Text> texts) {

  private static final Map<String, Step> OURS =
      Map.of("audit_context", new AuditContext(), "remove_line_breaks", new LineBreaks());

  private static final String PREFIX = "x_";

  Steps {
    shapes = List.copyOf(shapes);
    texts = List.copyOf(texts);
  }

  /**
   * Finds steps by their names.
   *
   * @throws IllegalArgumentException if there is no such step
   */
  static Steps of(List<String> names) {
    List<Step.Shape> shapes = new ArrayList<>();
    List<Step.Text> texts = new ArrayList<>();
    Map<String, Step> steps = all();
    for (String name : names) {
      Step step = steps.get(name);
      if (step instanceof Step.Shape shape) {
        shapes.add(shape);
      } else if (step instanceof Step.Text text) {
        texts.add(text);
      } else {
        throw new IllegalArgumentException(
            "there is no step \"" + name + "\"; there are " + String.join(", ", steps.keySet()));
      }
    }
    return new Steps(shapes, texts);
  }

  /** Applies the steps for texts in their order. */
  String apply(String text) {
    String changed = text;
    for (Step.Text step : texts) {
      changed = step.apply(changed);
    }
    return changed;
  }

  private static Map<String, Step> all() {
    Map<String, Step> steps = new TreeMap<>(OURS);
    for (StepProvider provider : ServiceLoader.load(StepProvider.class)) {
      String name = provider.name();
      if (!name.startsWith(PREFIX)) {
        throw new IllegalArgumentException(
            "the step \"" + name + "\" of a jar has to be called \"" + PREFIX + name + "\"");
      }
      steps.put(name, provider.step());
    }
    return steps;
  }
}
