package io.exportctl.agreement;

import io.exportctl.yaml.YamlNode;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Canonical text of a value: its type and content, independent of its notation. {@code
 * second-opinion.mjs} writes the same text.
 */
final class CanonicalText {

  private CanonicalText() {}

  static String of(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> quoted(entry.key().text()) + ":" + of(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream()
          .map(CanonicalText::of)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return of((YamlNode.Scalar) node);
  }

  private static String of(YamlNode.Scalar scalar) {
    return switch (scalar.type()) {
      case TEXT -> quoted(scalar.text());
      case BOOLEAN -> String.valueOf(scalar.isTrue());
      case NULL -> "null";
      case INTEGER -> "integer " + integer(scalar.text());
      case FLOAT -> "float " + Long.toHexString(Double.doubleToLongBits(fraction(scalar.text())));
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replaceAll("[\"\\\\]", "\\\\$0") + "\"";
  }

  private static BigInteger integer(String text) {
    return switch (text.length() > 1 ? text.substring(0, 2) : "") {
      case "0x" -> new BigInteger(text.substring(2), 16);
      case "0o" -> new BigInteger(text.substring(2), 8);
      default -> new BigInteger(text);
    };
  }

  private static double fraction(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
