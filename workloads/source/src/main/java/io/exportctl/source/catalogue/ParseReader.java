package io.exportctl.source.catalogue;

import io.exportctl.source.csv.ParseOptions;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code parse}. */
final class ParseReader {

  private static final Map<String, String> DELIMITERS =
      Map.of("comma", ",", "semicolon", ";", "tab", "\t", "pipe", "|");

  private ParseReader() {}

  static ParseOptions read(Optional<Section> section) {
    return section.map(ParseReader::read).orElse(ParseOptions.DETECTED);
  }

  private static ParseOptions read(Section section) {
    ParseOptions usual = ParseOptions.DETECTED;
    String quote = section.text("quote").orElse("\"");
    if (!quote.equals("\"") && !quote.equals("none")) {
      section.problem("quote", "is neither \" nor none");
    }
    ParseOptions options =
        new ParseOptions(
            encoding(section),
            delimiter(section),
            quote.equals("\""),
            section.has("header") ? Optional.of(section.texts("header")) : Optional.empty(),
            section.has("null_values") ? section.texts("null_values") : usual.nullValues(),
            section.oneOf("short_rows", usual.shortRows()),
            section.oneOf("long_rows", usual.longRows()),
            section.number("max_rejected", 0, 999_999_999).orElse(0));
    section.end();
    return options;
  }

  private static Optional<Charset> encoding(Section section) {
    Optional<String> name = section.text("encoding");
    try {
      return name.map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      section.problem("encoding", "is not an encoding, such as windows-1252 or x-MacRoman");
      return Optional.empty();
    }
  }

  private static Optional<String> delimiter(Section section) {
    Optional<String> text = section.text("delimiter");
    if (text.isEmpty()) {
      return text;
    }
    String delimiter = DELIMITERS.getOrDefault(text.get().toLowerCase(Locale.ROOT), text.get());
    if (delimiter.isEmpty() || delimiter.length() > 4 || delimiter.matches("(?s).*[\r\n\"\0].*")) {
      section.problem("delimiter", "is not comma, semicolon, tab, pipe, or 1 to 4 characters");
      return Optional.empty();
    }
    return Optional.of(delimiter);
  }
}
