package io.exportctl.source.csv;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The form of a file: its encoding, delimiter and quotes.
 *
 * @param delimiter 1 to 4 characters
 * @param quoted false if a quote is a letter like others
 */
public record Dialect(Encodings.Encoding encoding, String delimiter, boolean quoted) {

  private static final List<String> CANDIDATES = List.of(",", ";", "\t", "|");
  private static final int SAMPLE = 100;

  /**
   * Detects what is not declared.
   *
   * @throws StoreException if the encoding or the delimiter is not clear
   */
  public static Dialect detect(Path file, ParseOptions options) throws IOException {
    Encodings.Encoding encoding = Encodings.detect(file, options.encoding());
    if (options.delimiter().isPresent()) {
      return new Dialect(encoding, options.delimiter().get(), options.quoted());
    }
    return new Dialect(encoding, delimiter(file, encoding, options.quoted()), options.quoted());
  }

  /** Name of the encoding, such as {@code UTF-8}. */
  public String charset() {
    return encoding.charset().name();
  }

  /** True if letters outside of ASCII may be others than the author meant. */
  public boolean isEncodingGuessed() {
    return encoding.guessed();
  }

  /** The delimiter that gives the most fields, the same number in each of the first records. */
  private static String delimiter(Path file, Encodings.Encoding encoding, boolean quoted)
      throws IOException {
    Map<String, Integer> constant = new HashMap<>();
    List<String> inFirst = new ArrayList<>();
    for (String candidate : CANDIDATES) {
      List<Integer> counts = counts(file, new Dialect(encoding, candidate, quoted));
      if (!counts.isEmpty() && counts.get(0) > 1) {
        inFirst.add(candidate);
      }
      if (counts.stream().distinct().count() == 1 && counts.get(0) > 1) {
        constant.put(candidate, counts.get(0));
      }
    }
    OptionalInt most = constant.values().stream().mapToInt(Integer::intValue).max();
    if (most.isPresent()) {
      return CANDIDATES.stream()
          .filter(it -> constant.getOrDefault(it, 0) == most.getAsInt())
          .findFirst()
          .orElseThrow();
    }
    if (inFirst.size() > 1) {
      throw StoreException.refused(
          Fault.of(
              "unclear-delimiter",
              "the columns could be separated in several ways; declare parse.delimiter"));
    }
    return inFirst.isEmpty() ? "," : inFirst.get(0);
  }

  /** Numbers of fields of the first records, up to a record that cannot be read. */
  private static List<Integer> counts(Path file, Dialect dialect) throws IOException {
    List<Integer> counts = new ArrayList<>();
    try (Records records = Records.open(file, dialect)) {
      while (counts.size() < SAMPLE && records.hasNext()) {
        counts.add(records.next().cells().size());
      }
    } catch (StoreException e) {
      // Wrong quotes are told when the whole file is read; zero fields are never constant.
      counts.add(0);
    }
    return counts;
  }
}
