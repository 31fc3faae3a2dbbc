package io.exportctl.source.csv;

import java.util.ArrayList;
import java.util.List;

/** Count of faults of one sort, and the first 20 of them. */
public final class Misfits {

  private static final int SHOWN = 20;
  private static final int LONGEST_VALUE = 200;

  private final List<Misfit> first = new ArrayList<>();
  private long count;

  /**
   * A cell, or a row, that does not fit.
   *
   * @param line 1-based number of the line on which the row begins
   * @param value the cell, or a description of the row
   */
  public record Misfit(long line, String value) {

    /** Leaves out the value, which may be personal. */
    @Override
    public String toString() {
      return "misfit on line " + line;
    }
  }

  void add(long line, String value) {
    count++;
    if (first.size() < SHOWN) {
      first.add(new Misfit(line, cut(value)));
    }
  }

  /** Cuts a value that people see, so that cells of a megabyte are not kept. */
  static String cut(String value) {
    return value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE / 2)) + "…";
  }

  public long count() {
    return count;
  }

  public List<Misfit> first() {
    return List.copyOf(first);
  }
}
