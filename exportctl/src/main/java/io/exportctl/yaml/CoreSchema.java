package io.exportctl.yaml;

import java.util.regex.Pattern;

/**
 * Types of unquoted values by the <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">core
 * schema</a> of YAML 1.2, which editors use. SnakeYAML follows YAML 1.1, where {@code yes} is a
 * boolean and {@code 1:30} a number.
 */
public final class CoreSchema {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private static final String BEGINS_NUMBER = "+-.0123456789";

  private CoreSchema() {}

  /** Returns true if the first character is one that numbers of YAML 1.1 and 1.2 start with. */
  public static boolean startsLikeNumber(String plain) {
    return !plain.isEmpty() && BEGINS_NUMBER.indexOf(plain.charAt(0)) >= 0;
  }

  /** Returns true if unquoted text is read as text. */
  public static boolean isText(String plain) {
    return typeOf(plain) == YamlNode.Type.TEXT;
  }

  /**
   * Returns the value of a number in any notation, as editors read it: an integer as a {@code
   * Long}, any other number as a {@code Double}. An integer outside the range of {@code Long}
   * becomes the end of that range, so {@code 1e999999999} costs nothing.
   *
   * @param plain text of the type INTEGER or FLOAT
   */
  public static Number number(String plain) {
    if (plain.startsWith("0x")) {
      return integer(plain.substring(2), 16);
    }
    if (plain.startsWith("0o")) {
      return integer(plain.substring(2), 8);
    }
    if (typeOf(plain) == YamlNode.Type.INTEGER) {
      return integer(plain, 10);
    }
    double value =
        switch (plain.charAt(plain.length() - 1)) {
          case 'f', 'F', 'n', 'N' -> Double.NaN;
          default -> Double.parseDouble(plain);
        };
    boolean whole = Math.rint(value) == value && !Double.isInfinite(value);
    return whole ? (Number) (long) value : (Number) value;
  }

  private static Long integer(String digits, int radix) {
    try {
      return Long.valueOf(digits, radix);
    } catch (NumberFormatException e) {
      return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  static YamlNode.Type typeOf(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> YamlNode.Type.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> YamlNode.Type.BOOLEAN;
      default -> startsLikeNumber(plain) ? typeOfNumber(plain) : YamlNode.Type.TEXT;
    };
  }

  private static YamlNode.Type typeOfNumber(String plain) {
    if (INTEGER.matcher(plain).matches()) {
      return YamlNode.Type.INTEGER;
    }
    return FLOAT.matcher(plain).matches() ? YamlNode.Type.FLOAT : YamlNode.Type.TEXT;
  }
}
