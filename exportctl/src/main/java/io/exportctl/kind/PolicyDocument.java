package io.exportctl.kind;

/** Arithmetic of the size of policy documents, in characters without white space. */
public final class PolicyDocument {

  /** Size of a document without statements. */
  static final int EMPTY = 38;

  private PolicyDocument() {}

  /**
   * Returns the characters saved by lists of one item, which are written without brackets, in the
   * two statements that have them.
   */
  public static int brackets(int items) {
    return items == 1 ? 4 : 0;
  }
}
