package io.exportctl.diagnostic;

import java.util.List;

/** How a machine can mend a finding. */
public sealed interface Fix {

  /** Whether it may be applied without asking: it keeps what the file can only have meant. */
  boolean isSafe();

  /**
   * Other text in some places of the file that the finding is in.
   *
   * @param edits do not overlap
   */
  record Rewrite(List<Edit> edits, boolean isSafe) implements Fix {

    public Rewrite {
      edits = List.copyOf(edits);
    }
  }

  /**
   * Another name for the file itself, in the same folder; always safe, as nothing is replaced.
   *
   * @param fileName without a folder
   */
  record Rename(String fileName) implements Fix {

    @Override
    public boolean isSafe() {
      return true;
    }
  }

  /** The file without the byte order mark that it begins with, which no line and column names. */
  record RemoveByteOrderMark() implements Fix {

    @Override
    public boolean isSafe() {
      return true;
    }
  }

  /**
   * What stands in a file instead of the text from one place to another.
   *
   * @param line 1-based, of the first character that is replaced
   * @param column 1-based, in code points
   * @param endLine 1-based, of the first character that stays
   * @param endColumn 1-based, in code points; where nothing is replaced, the same as {@code column}
   * @param text may hold line breaks, written as {@code \n}
   */
  record Edit(int line, int column, int endLine, int endColumn, String text) {}
}
