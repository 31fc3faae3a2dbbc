package io.exportctl.collection.record;

/**
 * A step of a team's own, found by {@link java.util.ServiceLoader} in a jar on the class path. Its
 * name begins with {@code x_}.
 */
public interface StepProvider {

  /** Name in the YAML. */
  String name();

  /** The step itself. */
  Step step();
}
