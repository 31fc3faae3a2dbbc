package io.exportctl.yaml;

import java.util.regex.Pattern;

/**
 * Text as it is written for a value or a key: plain where that is unmistakable, in brackets too,
 * and by YAML 1.1 as by 1.2; else in quotes.
 */
public final class YamlText {

  /** Begins like a word, holds no space or comma, ends in no colon, and reads as only text. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)(?!(true|false|null|yes|no|on|off|y|n)$|.*:[?])[a-z<]([\\w<>./:=%?&+~@#-]*[\\w<>/=-])?");

  /** What {@link #PLAIN} takes for something else is no longer. */
  private static final int LONGEST_WORD = 5;

  private YamlText() {}

  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  public static boolean isPlain(String text) {
    return isLongWord(text) || PLAIN.matcher(text).matches();
  }

  /** As keys are, so that thousands of them need no pattern. */
  private static boolean isLongWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean letter = 'a' <= character && character <= 'z';
      if (!letter && (character != '_' || i == 0)) {
        return false;
      }
    }
    return text.length() > LONGEST_WORD;
  }

  /** In single quotes, where that can be written so. */
  public static String singleQuoted(String text) {
    boolean printable = text.chars().allMatch(YamlText::isPrintable);
    return printable ? "'" + text.replace("'", "''") + "'" : quoted(text);
  }

  /** In double quotes, in which every character can be written. */
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
