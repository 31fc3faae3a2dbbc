package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import io.exportctl.source.csv.CellType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of a source's table.
 *
 * @param from columns of the file, joined by blanks; {@link #FILE_DATE} for the file's date
 * @param format of dates that are not ISO
 * @param required true if no cell may be missing
 * @param clean steps in their order
 * @param pattern found in every cell
 * @param values the only ones that are allowed; empty for any
 * @param split what separates the elements of a {@code text[]}
 */
public record ColumnConfig(
    ColumnName name,
    List<String> from,
    CellType type,
    Optional<String> format,
    boolean required,
    List<Clean> clean,
    Optional<Pattern> pattern,
    List<String> values,
    Optional<String> split) {

  /** Word for the date of the file in place of one of its columns. */
  public static final String FILE_DATE = "@date";

  /** Copies the lists. */
  public ColumnConfig {
    from = List.copyOf(from);
    clean = List.copyOf(clean);
    values = List.copyOf(values);
  }

  /** A column of the file as it is, of a type. */
  public static ColumnConfig of(String name, String from, CellType type, Optional<String> format) {
    return new ColumnConfig(
        new ColumnName(name),
        List.of(from),
        type,
        format,
        false,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** A step that changes a cell before it is checked. */
  public enum Clean {
    TRIM,
    LOWER,
    UPPER,
    REMOVE_SPACES,
    EMPTY_TO_NULL;

    static Optional<Clean> find(String word) {
      return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
