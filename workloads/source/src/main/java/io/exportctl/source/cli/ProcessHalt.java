package io.exportctl.source.cli;

import io.exportctl.source.load.Halt;

/** The end of the process at a step that {@code -Dstore.halt} names, as tests of crashes need. */
final class ProcessHalt {

  private static final String PROPERTY = "store.halt";
  private static final int KILLED = 137;

  private ProcessHalt() {}

  static Halt ofProperty() {
    String last = System.getProperty(PROPERTY, "");
    return last.isEmpty() ? Halt.NEVER : step -> haltAfter(step, last);
  }

  private static void haltAfter(String step, String last) {
    if (step.equals(last)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
