package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query. */
final class Query {

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /** A parameter that is wrong; the message is for the client. */
  static final class BadParameterException extends Exception {

    private static final long serialVersionUID = 1;

    BadParameterException(String message) {
      super(message);
    }
  }

  /**
   * Parses a query.
   *
   * @param raw without the question mark; empty for none
   */
  static Query parse(String raw) throws BadParameterException {
    Map<String, String> values = new HashMap<>();
    for (String part : raw.split("&", -1)) {
      String[] pair = part.split("=", 2);
      try {
        String name = URLDecoder.decode(pair[0], UTF_8);
        String value = pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : "";
        if (!name.isEmpty() && values.put(name, value) != null) {
          throw new BadParameterException("a parameter stands twice");
        }
      } catch (IllegalArgumentException e) {
        throw new BadParameterException("the query is not encoded as in a URL");
      }
    }
    return new Query(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  long number(String name, long otherwise, long min, long max) throws BadParameterException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("[0-9]{1,19}")) {
      try {
        long number = Long.parseLong(text.get());
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // The fault is the same as with a number out of range.
      }
    }
    throw new BadParameterException(name + " is not a whole number from " + min + " to " + max);
  }

  String oneOf(String name, String otherwise, List<String> words) throws BadParameterException {
    String word = text(name).orElse(otherwise);
    if (!words.contains(word)) {
      throw new BadParameterException(name + " is not one of " + String.join(", ", words));
    }
    return word;
  }
}
