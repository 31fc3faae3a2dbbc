package io.exportctl.diagnostic;

/** Severity of a diagnostic: an error fails {@code validate}, a warning does not. */
public enum Severity {
  ERROR("error"),
  WARNING("warning");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** Returns the word for a person. */
  public String label() {
    return label;
  }
}
