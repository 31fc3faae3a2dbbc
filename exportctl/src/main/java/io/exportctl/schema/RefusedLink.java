package io.exportctl.schema;

import static io.exportctl.schema.Shape.part;
import static io.exportctl.schema.Shape.several;
import static io.exportctl.schema.Shape.shape;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reasons why a link is refused, each with the link that was probably meant. */
final class RefusedLink {

  private static final Optional<ValueType> LINK = Optional.of(ValueType.LINK);
  private static final String FRONT = "https://";

  /** Characters that a link may hold besides letters and digits. */
  private static final String MARKS = "._~:/?#@!$&'()*+,;=%[]-";

  /** Patterns ignore case unless they say otherwise. */
  private static final String CAPITALS =
      "(?:(?-i:H)ttps|h(?-i:T)tps|ht(?-i:T)ps|htt(?-i:P)s|http(?-i:S))";

  private static final List<Shape> SHAPES =
      List.of(
          several("https?://.*[\\s,;]+https?://.*", "several links in one"),
          part(LINK, "\\[.*\\]\\(\\s*(https://[^\\s()]+)\\s*\\)", "a link in Markdown"),
          part(LINK, "<(https://[^\\s<>]+)>", "a link in angle brackets"),
          part(LINK, "[^/]*\\s(https://\\S+)", "").that("has text before the link"),
          part(LINK, "(https://\\S+)\\s+\\(.*\\)", "").that("has a note behind it"),
          secure(CAPITALS + "://(\\S+)", "has https in capital letters"),
          secure("https://[^/?#@]*@(\\S+)", "has a user or password"),
          secure("https:/?([^/\\s]\\S*)", "lacks a slash behind https:"),
          shape("https://[^./?#\\s]*(?:[/?#]\\S*)?", "").that("has a host without a dot"),
          shape("https://[^/?#\\s]*\\.\\.\\S*", "").that("has two dots in a row"));

  private RefusedLink() {}

  /** Returns the reason; empty if the value does not look like a link that begins with https. */
  static Optional<LikelyMistake> of(String value) {
    if (!value.equals(value.strip())) {
      return Optional.empty();
    }
    Optional<Shape> shape = Shape.first(SHAPES, value);
    return shape.isPresent() ? shape.get().match(value) : unencoded(value);
  }

  private static Shape secure(String regex, String what) {
    return Shape.completed(LINK, regex, "", FRONT).that(what);
  }

  private static Optional<LikelyMistake> unencoded(String value) {
    String encoded = encode(value);
    if (!value.startsWith(FRONT) || encoded.equals(value)) {
      return Optional.empty();
    }
    return Optional.of(
        new LikelyMistake(
            fault(value),
            Optional.empty(),
            Optional.of(new LikelyMistake.Meant(LINK, encoded, false)),
            false));
  }

  private static String fault(String value) {
    if (value.chars().anyMatch(letter -> letter > '~')) {
      return "has letters beyond ASCII";
    }
    if (value.chars().anyMatch(Character::isWhitespace)) {
      return "has white space in it";
    }
    return value.codePoints().allMatch(RefusedLink::isAllowed)
        ? "has a % without two digits"
        : "has forbidden characters";
  }

  /** Encodes what a link cannot hold (RFC 3986, section 2.1). */
  private static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length());
    for (int at = 0; at < value.length(); at = value.offsetByCodePoints(at, 1)) {
      int point = value.codePointAt(at);
      if (isAllowed(point) && (point != '%' || isEncoded(value, at))) {
        encoded.appendCodePoint(point);
      } else {
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(String.format("%02X", part));
        }
      }
    }
    return encoded.toString();
  }

  private static boolean isAllowed(int point) {
    return point <= '~' && (Character.isLetterOrDigit(point) || MARKS.indexOf(point) >= 0);
  }

  private static boolean isEncoded(String value, int at) {
    return at + 2 < value.length()
        && Character.digit(value.charAt(at + 1), 16) >= 0
        && Character.digit(value.charAt(at + 2), 16) >= 0;
  }
}
