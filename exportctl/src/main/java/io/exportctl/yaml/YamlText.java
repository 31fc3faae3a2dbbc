package io.exportctl.yaml;

import java.util.regex.Pattern;

/**
 * Writes text as a YAML value or key: plain if YAML 1.1 and 1.2 both read it as that text, inside
 * brackets too, or if it is a date; otherwise in quotes.
 */
public final class YamlText {

  /** Starts like a word, has no spaces or commas, and cannot be read as anything but text. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(?!(true|false|null|yes|no|on|off|y|n)$|.*:[?])[a-z<]([\\w<>./:=%?&+~@#-]*[\\w<>/=-])?");

  /** Date, which the schemas take as text; YAML 1.1 knows it as a date of the same digits. */
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private YamlText() {}

  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  public static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() || DATE.matcher(text).matches();
  }

  /** Returns the text in single quotes if it is printable ASCII, else in double quotes. */
  public static String singleQuoted(String text) {
    boolean printable = text.chars().allMatch(YamlText::isPrintable);
    return printable ? "'" + text.replace("'", "''") + "'" : quoted(text);
  }

  /** Returns the text in double quotes, with escapes. */
  public static String quoted(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8).append('"');
    text.chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                escaped.append('\\').append((char) character);
              } else if (isPrintable(character)) {
                escaped.append((char) character);
              } else {
                escaped.append(String.format("\\u%04X", character));
              }
            });
    return escaped.append('"').toString();
  }

  private static boolean isPrintable(int character) {
    return ' ' <= character && character <= '~';
  }
}
