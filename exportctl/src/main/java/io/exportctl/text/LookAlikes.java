package io.exportctl.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Characters that look like one of ASCII, as word processors, chats and other keyboards write them.
 */
public final class LookAlikes {

  /** Groups of characters, each followed by the one that it looks like. */
  private static final Map<Integer, Integer> ASCII =
      groups(
          "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D-",
          "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02\"",
          "\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u00B4\uFF07'",
          "\uFF1A\uFE55\u2236\uA789\u02D0:",
          "\uFF0C\u3001\uFE50,",
          "\uFF3B\u3010[",
          "\uFF3D\u3011]",
          "\uFF3F_",
          "\uFF0F\u2215\u2044/",
          "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000 ",
          "\u0430\u0251\u03B1a",
          "\u0441\u03F2c",
          "\u0435e",
          "\u04BBh",
          "\u0456\u0131\u03B9i",
          "\u0458j",
          "\u043E\u03BFo",
          "\u0440\u03C1p",
          "\u0455s",
          "\u03BDv",
          "\u0445\u03C7x",
          "\u0443y");

  /** Distance from ASCII to its letters, digits and signs of double width, from U+FF01 on. */
  private static final int DOUBLE_WIDTH = 0xFEE0;

  private LookAlikes() {}

  private static Map<Integer, Integer> groups(String... groups) {
    Map<Integer, Integer> ascii = new HashMap<>();
    for (String group : groups) {
      int last = group.length() - 1;
      group
          .chars()
          .limit(last)
          .forEach(point -> ascii.putIfAbsent(point, (int) group.charAt(last)));
    }
    return Map.copyOf(ascii);
  }

  /** Returns the character of ASCII that a code point looks like. */
  public static Optional<Character> ascii(int point) {
    if (point <= '~') {
      return Optional.empty();
    }
    Integer known = ASCII.get(point);
    if (known != null) {
      return Optional.of((char) known.intValue());
    }
    return DOUBLE_WIDTH + ' ' < point && point <= DOUBLE_WIDTH + '~'
        ? Optional.of((char) (point - DOUBLE_WIDTH))
        : Optional.empty();
  }

  /** Replaces each character by the one of ASCII that it looks like; keeps all others. */
  public static String replaced(String text) {
    if (Quotation.isAscii(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                ascii(point).ifPresentOrElse(plain::append, () -> plain.appendCodePoint(point)));
    return plain.toString();
  }

  /** Returns the first code point of a text that looks like a character of ASCII. */
  public static Optional<Integer> first(String text) {
    return text.codePoints().filter(point -> ascii(point).isPresent()).boxed().findFirst();
  }

  /** Names a code point, such as "an en dash (U+2013)". */
  public static String name(int point) {
    String name =
        point == 0xA0
            ? "no-break space"
            : String.valueOf(Character.getName(point))
                .toLowerCase(Locale.ROOT)
                .replace("cyrillic", "Cyrillic")
                .replace("greek", "Greek");
    String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return article + name + String.format(" (U+%04X)", point);
  }

  /** Names a character of ASCII, such as "a hyphen (-)". */
  public static String nameOf(char ascii) {
    return switch (ascii) {
      case ' ' -> "a plain space";
      case '-' -> "a hyphen (-)";
      case ':' -> "a colon (:)";
      case ',' -> "a comma (,)";
      case '"', '\'' -> "a straight quote (" + ascii + ")";
      default -> "a plain " + ascii;
    };
  }
}
