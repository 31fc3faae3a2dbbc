package io.exportctl.landing.loader;

import java.nio.charset.StandardCharsets;

/**
 * Scanner of one line of JSON in UTF-8, which checks the grammar and creates no objects. A line
 * feed must stand behind the line: as it is valid nowhere within, no method reads further.
 */
final class JsonScanner {

  /** Maximum depth of an array of the database (6) within an object, with room to spare. */
  private static final int MAX_DEPTH = 16;

  private final StringScanner strings = new StringScanner();
  private byte[] text = {'\n'};
  private int position;
  private boolean unicode;

  /** Goes to a line. */
  void start(byte[] buffer, int first) {
    text = buffer;
    position = first;
  }

  int position() {
    return position;
  }

  /** Goes over blanks, and returns the byte behind them. */
  byte peek() {
    while (text[position] == ' ' || text[position] == '\t' || text[position] == '\r') {
      position++;
    }
    return text[position];
  }

  /** Goes over blanks and this byte; returns false if another one is there. */
  boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    position++;
    return true;
  }

  /** Goes over this byte, which must be there after blanks. */
  void expect(char expected) throws LineException {
    if (!skip(expected)) {
      throw LineException.notJson();
    }
  }

  /** Goes over a word such as {@code true}; returns false if it is not there. */
  boolean word(String word) {
    for (int index = 0; index < word.length(); index++) {
      if (text[position + index] != word.charAt(index)) {
        return false;
      }
    }
    position += word.length();
    return true;
  }

  /** Goes over a string. */
  void string() throws LineException {
    if (text[position] != '"') {
      throw LineException.notJson();
    }
    position = strings.end(text, position + 1);
    unicode = strings.isUnicode();
  }

  /** Returns true if the last string had an escape. */
  boolean isEscaped() {
    return strings.isEscaped();
  }

  /** Returns false if the last value had half of a surrogate pair, which UTF-8 cannot hold. */
  boolean isUnicode() {
    return unicode;
  }

  /** Goes over a number. */
  void number() throws LineException {
    int first = text[position] == '-' ? position + 1 : position;
    int at = digits(first);
    if (text[first] == '0' && at > first + 1) {
      throw LineException.notJson();
    }
    if (text[at] == '.') {
      at = digits(at + 1);
    }
    if (text[at] == 'e' || text[at] == 'E') {
      at = digits(text[at + 1] == '+' || text[at + 1] == '-' ? at + 2 : at + 1);
    }
    position = at;
  }

  /** Goes over an array. */
  void array() throws LineException {
    unicode = list('[', 1);
  }

  /** Returns the bytes from an index to the position, one character each. */
  String latin(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Goes over the elements of an array or object; returns false if a text is not Unicode. */
  private boolean list(char open, int depth) throws LineException {
    if (depth > MAX_DEPTH) {
      throw new LineException(ReasonId.LIMITS, "a value is too deeply nested");
    }
    expect(open);
    char close = open == '[' ? ']' : '}';
    if (skip(close)) {
      return true;
    }
    boolean all = true;
    do {
      if (open == '{') {
        peek();
        string();
        all &= unicode;
        expect(':');
      }
      all &= value(depth);
    } while (skip(','));
    expect(close);
    return all;
  }

  private boolean value(int depth) throws LineException {
    byte first = peek();
    if (first == '"') {
      string();
      return unicode;
    }
    if (first == '[' || first == '{') {
      return list((char) first, depth + 1);
    }
    if (!word("null") && !word("true") && !word("false")) {
      number();
    }
    return true;
  }

  private int digits(int first) throws LineException {
    int at = first;
    while (text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == first) {
      throw LineException.notJson();
    }
    return at;
  }
}
