package io.exportctl.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns of a file by their header.
 *
 * @param width number of cells of the header
 * @param columns those with a name, in the file's order
 * @param nameless 0-based indexes of columns without one
 */
public record Header(int width, List<HeaderColumn> columns, List<Integer> nameless) {

  /** Most bytes of a column's name. */
  public static final int LONGEST_NAME = 59;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Names of our columns, and of PostgreSQL's. */
  private static final Set<String> RESERVED =
      Set.of(
          "id",
          "data_source_row_id",
          "datafile_created",
          "datafile_updated",
          "data_hash",
          "tableoid",
          "xmin",
          "cmin",
          "xmax",
          "cmax",
          "ctid");

  /** Copies the lists. */
  public Header {
    columns = List.copyOf(columns);
    nameless = List.copyOf(nameless);
  }

  /**
   * A column.
   *
   * @param index 0-based
   * @param original text of the header, without blanks around it
   * @param name its name in the database, proposed if the original is not fit
   */
  public record HeaderColumn(int index, String original, String name) {

    /** True if the name is not the file's own. */
    public boolean isMended() {
      return !name.equals(original);
    }
  }

  /** Reads a header; names are proposed where the cells are not fit. */
  public static Header of(List<String> cells) {
    List<String> originals = cells.stream().map(String::strip).toList();
    List<HeaderColumn> columns = new ArrayList<>();
    List<Integer> nameless = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String original : originals) {
      if (isName(original) && Collections.frequency(originals, original) == 1) {
        taken.add(original);
      }
    }
    for (int i = 0; i < originals.size(); i++) {
      String original = originals.get(i);
      if (original.isEmpty()) {
        nameless.add(i);
      } else if (taken.contains(original)) {
        columns.add(new HeaderColumn(i, original, original));
      } else {
        columns.add(new HeaderColumn(i, original, free(original, i, originals, taken)));
      }
    }
    return new Header(cells.size(), columns, nameless);
  }

  /** True for the names that the database and the API take. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && text.getBytes(UTF_8).length <= LONGEST_NAME;
  }

  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /**
   * Refuses reserved names.
   *
   * @throws StoreException for the first of them
   */
  public void refuseReserved() {
    for (HeaderColumn column : columns) {
      if (isReserved(column.name())) {
        throw StoreException.refused(
            Fault.of(
                "reserved-name",
                "the column name \"" + column.name() + "\" is reserved; rename the column"));
      }
    }
  }

  /**
   * Refuses names that are proposed for cells that are not fit.
   *
   * @throws StoreException with all of them
   */
  public void refuseMended() {
    List<String> mended =
        columns.stream()
            .filter(it -> !isName(it.original()))
            .map(it -> "\"" + it.original() + "\" as \"" + it.name() + "\"")
            .toList();
    if (!mended.isEmpty()) {
      throw StoreException.refused(
          Fault.of(
              "bad-header",
              "columns need names of a-z, 0-9 and _; rename "
                  + String.join(", ", mended)
                  + ", or declare columns"));
    }
  }

  private static String free(
      String original, int index, List<String> originals, Set<String> taken) {
    String base = base(original, index);
    boolean repeated = Collections.frequency(originals, original) > 1;
    int number = repeated ? 1 : 2;
    String name = repeated ? numbered(base, number++) : base;
    while (!taken.add(name)) {
      name = numbered(base, number++);
    }
    return name;
  }

  private static String numbered(String base, int number) {
    String end = "_" + number;
    return base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
  }

  private static String base(String original, int index) {
    String name =
        original.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "column_" + (index + 1);
    }
    String whole = Character.isDigit(name.charAt(0)) ? "c_" + name : name;
    return whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
  }
}
