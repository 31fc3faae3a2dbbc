package io.exportctl.diagnostic;

import java.util.List;

/** A remedy that a machine can apply. */
public sealed interface Fix {

  /** Returns true if the fix may be applied unseen, since the file has only one meaning. */
  boolean isSafe();

  /**
   * Edits of the file with the finding.
   *
   * @param edits edits that do not overlap
   */
  record Rewrite(List<Edit> edits, boolean isSafe) implements Fix {

    public Rewrite {
      edits = List.copyOf(edits);
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
