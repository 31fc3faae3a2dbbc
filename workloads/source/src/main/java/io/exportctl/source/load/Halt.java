package io.exportctl.source.load;

/** Steps of a load at which a test may end the process. */
@FunctionalInterface
public interface Halt {

  /** Never ends it. */
  Halt NEVER = step -> {};

  /** Is called after each step. */
  void after(String step);
}
