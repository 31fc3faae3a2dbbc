package io.exportctl.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that any text can become, one for one, on every file system. */
final class PageName {

  /** Longest name in characters; all file systems in use take 255 bytes. */
  private static final int LONGEST = 150;

  private static final Pattern RESERVED = Pattern.compile("aux|con|nul|prn|(com|lpt)[0-9]");

  private PageName() {}

  /**
   * Returns the path of a page in a folder. Lower-case letters, digits, underscores and hyphens
   * stay; each other byte of a text is written as {@code ~41}, and so is the first one of a name
   * that Windows has for itself.
   */
  static String of(String folder, String text) {
    StringBuilder name = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      if (isPlain(character)) {
        name.append(character);
      } else {
        name.append(String.format("~%02x", (int) character));
      }
    }
    String whole = name.toString();
    if (RESERVED.matcher(whole).matches()) {
      whole = String.format("~%02x", (int) whole.charAt(0)) + whole.substring(1);
    }
    if (whole.length() > LONGEST) {
      whole = whole.substring(0, LONGEST) + "~" + Digest.of(text);
    }
    return folder + "/" + whole + ".html";
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '_'
        || character == '-';
  }
}
