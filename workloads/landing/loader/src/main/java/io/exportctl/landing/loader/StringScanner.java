package io.exportctl.landing.loader;

/** Scanner of strings in JSON, for {@link JsonScanner}. */
final class StringScanner {

  /** True for the bytes that stand for themselves in a string. */
  private static final boolean[] PLAIN = new boolean[1 << Byte.SIZE];

  static {
    for (int code = ' '; code <= 0x7F; code++) {
      PLAIN[code] = code != '"' && code != '\\';
    }
  }

  private boolean escaped;
  private boolean unicode;

  /**
   * Finds the end of a string.
   *
   * @param first index behind its opening quote
   * @return index behind its closing quote
   * @throws LineException if it is not a string in UTF-8
   */
  int end(byte[] text, int first) throws LineException {
    escaped = false;
    unicode = true;
    int at = first;
    while (text[at] != '"') {
      if (PLAIN[text[at] & 0xFF]) {
        at++;
      } else if (text[at] == '\\') {
        at = escape(text, at);
      } else {
        at = character(text, at);
      }
    }
    return at + 1;
  }

  /** Returns true if the string had an escape. */
  boolean isEscaped() {
    return escaped;
  }

  /** Returns false if the string had half of a surrogate pair, which UTF-8 cannot hold. */
  boolean isUnicode() {
    return unicode;
  }

  private int escape(byte[] text, int at) throws LineException {
    escaped = true;
    byte kind = text[at + 1];
    if (kind != 'u') {
      if ("\"\\/bfnrt".indexOf(kind) < 0) {
        throw LineException.notJson();
      }
      return at + 2;
    }
    char unit = unit(text, at + 2);
    if (Character.isHighSurrogate(unit)
        && text[at + 6] == '\\'
        && text[at + 7] == 'u'
        && Character.isLowSurrogate(unit(text, at + 8))) {
      return at + 12;
    }
    unicode &= !Character.isSurrogate(unit);
    return at + 6;
  }

  private static char unit(byte[] text, int first) throws LineException {
    int unit = 0;
    for (int at = first; at < first + 4; at++) {
      int digit = Character.digit(text[at] & 0xFF, 16);
      if (digit < 0) {
        throw LineException.notJson();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Goes over a character of two to four bytes, as RFC 3629 allows them. */
  private static int character(byte[] text, int at) throws LineException {
    int lead = text[at] & 0xFF;
    int second = text[at + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead < 0xC2 || lead > 0xF4 || second < lowest || second > highest) {
      throw LineException.notJson();
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (int index = at + 2; index < at + length; index++) {
      if ((text[index] & 0xC0) != 0x80) {
        throw LineException.notJson();
      }
    }
    return at + length;
  }
}
