package io.exportctl.report;

/**
 * One line that GitHub's runner acts on: {@code ::error file=a.yaml,line=1::message}.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">workflow
 *     commands</a>
 */
record WorkflowCommand(String name, String properties, String message) {

  static WorkflowCommand of(String name, String message) {
    return new WorkflowCommand(name, "", message);
  }

  WorkflowCommand with(String property, Object value) {
    String pair = property + "=" + escapeProperty(String.valueOf(value));
    return new WorkflowCommand(
        name, properties.isEmpty() ? " " + pair : properties + "," + pair, message);
  }

  @Override
  public String toString() {
    return "::" + name + properties + "::" + escape(message);
  }

  /**
   * * Escapes a message as <a
   * href="https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts">toolkit</a>
   * does.
   */
  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapeProperty(String text) {
    return escape(text).replace(":", "%3A").replace(",", "%2C");
  }
}
