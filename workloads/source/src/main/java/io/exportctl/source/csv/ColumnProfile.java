package io.exportctl.source.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Findings about all cells of a column. */
public final class ColumnProfile {

  private static final int LONGEST_TOKEN = 20;
  private static final int MOST_EXAMPLES = 4;

  private final NullWords nullWords;
  private final Map<Reading, Misfits> misfits = new EnumMap<>(Reading.class);
  private final Map<String, Long> nulls = new TreeMap<>();
  private final Misfits leadingZeros = new Misfits();
  private final Set<String> examples = new LinkedHashSet<>();
  private long cells;
  private long values;
  private long plain;
  private long decimals;
  private int longest;

  ColumnProfile(NullWords nullWords) {
    this.nullWords = nullWords;
    for (Reading reading : Reading.values()) {
      misfits.put(reading, new Misfits());
    }
  }

  void add(long line, String cell) {
    cells++;
    String stripped = cell.strip();
    if (nullWords.contains(stripped)) {
      String token = stripped.length() > LONGEST_TOKEN ? "other" : stripped;
      nulls.merge(token, 1L, Long::sum);
      return;
    }
    values++;
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(Misfits.cut(cell));
    }
    longest = Math.max(longest, cell.codePointCount(0, cell.length()));
    plain += Numbers.isPlain(stripped) ? 1 : 0;
    decimals += Numbers.hasDecimals(stripped) ? 1 : 0;
    if (Numbers.hasLeadingZero(stripped)) {
      leadingZeros.add(line, cell);
    }
    for (Reading reading : Reading.values()) {
      if (reading.read(stripped).isEmpty()) {
        misfits.get(reading).add(line, cell);
      }
    }
  }

  /**
   * A type for the column, with the cells that do not fit it.
   *
   * @param format of a date or timestamp that is not ISO
   */
  public record TypeFit(CellType type, Optional<String> format, Misfits misfits) {}

  /** Returns the types that a person may choose, other than text, which every cell fits. */
  public List<TypeFit> typeFits() {
    List<TypeFit> fits = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      if (reading != Reading.TIMESTAMP_WITH_OFFSET) {
        Optional<String> format = Optional.of(reading.format()).filter(it -> !it.isEmpty());
        fits.add(new TypeFit(reading.type(), format, misfitsOfType(reading)));
      }
    }
    return fits;
  }

  private Misfits misfitsOfType(Reading reading) {
    boolean withOffset =
        reading == Reading.TIMESTAMP && misfits.get(Reading.TIMESTAMP_WITH_OFFSET).count() == 0;
    return misfits.get(withOffset ? Reading.TIMESTAMP_WITH_OFFSET : reading);
  }

  /** The first values that differ, at most four. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Cells that do not fit a reading. */
  Misfits misfits(Reading reading) {
    return misfits.get(reading);
  }

  boolean fits(Reading reading) {
    return values > 0 && misfits.get(reading).count() == 0;
  }

  /** True for whole numbers and decimals in any mixture, some of them with decimals. */
  boolean isDecimal() {
    return values > 0 && plain == values && decimals > 0;
  }

  /** Number of cells with a value. */
  public long values() {
    return values;
  }

  /** Number of cells. */
  public long cells() {
    return cells;
  }

  /** Number of missing values by the word that stands for them. */
  public Map<String, Long> nulls() {
    return Map.copyOf(nulls);
  }

  /** Cells such as {@code 007}, which are not numbers. */
  public Misfits leadingZeros() {
    return leadingZeros;
  }

  /** Most characters of a cell. */
  public int longest() {
    return longest;
  }

  /** The type that fits all cells. */
  public Inference inference() {
    return Inference.of(this);
  }
}
