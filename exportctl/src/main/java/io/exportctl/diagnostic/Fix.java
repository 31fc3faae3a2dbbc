package io.exportctl.diagnostic;

import java.util.List;

/** A remedy that a machine can apply. */
public sealed interface Fix {

  /** Returns true if the fix may be applied unseen, since the file has only one meaning. */
  boolean isSafe();

  /** Returns false if the edited lines have another fault, so that they are not an example. */
  default boolean isEnough() {
    return true;
  }

  /**
   * Edits of the file with the finding.
   *
   * @param edits edits that do not overlap
   * @param shown the edits together with those that follow from them, to show the line as it must
   *     be in the end; empty if that is not known, as the line has another fault
   */
  record Rewrite(List<Edit> edits, boolean isSafe, List<Edit> shown) implements Fix {

    public Rewrite {
      edits = List.copyOf(edits);
      shown = List.copyOf(shown);
    }

    /** Creates edits after which their lines are right. */
    public Rewrite(List<Edit> edits, boolean isSafe) {
      this(edits, isSafe, edits);
    }

    @Override
    public boolean isEnough() {
      return !shown.isEmpty();
    }

    /** Returns the same edits with others to show. */
    public Rewrite showing(List<Edit> others) {
      return new Rewrite(edits, isSafe, others);
    }
  }

  /**
   * A new name for the file in the same folder; always safe, as it never replaces a file.
   *
   * @param fileName file name without a folder
   */
  record Rename(String fileName) implements Fix {

    @Override
    public boolean isSafe() {
      return true;
    }
  }

  /** Removal of the byte order mark at the beginning, which has neither line nor column. */
  record RemoveByteOrderMark() implements Fix {

    @Override
    public boolean isSafe() {
      return true;
    }
  }

  /**
   * A replacement for the text between two places of a file.
   *
   * @param line line of the first character to replace, 1-based
   * @param column column of the first character to replace, 1-based, in code points
   * @param endLine line of the first character to keep, 1-based
   * @param endColumn column of the first character to keep, 1-based, in code points; the same as
   *     {@code column} for an insertion
   * @param text new text, whose line breaks are {@code \n}
   */
  record Edit(int line, int column, int endLine, int endColumn, String text) {}
}
