package io.exportctl.diagnostic;

/** How much a diagnostic weighs: an error stops a deploy, a warning does not. */
public enum Severity {
  ERROR("error"),
  WARNING("warning");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word that a person reads. */
  public String label() {
    return label;
  }
}
