package io.exportctl.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what nearly all files are: keys, each with one value or a list in lines, in printable
 * ASCII. Ten times as fast as SnakeYAML, which reads all others: whatever is not certainly read the
 * same by both, right or wrong, is given up. {@code PlainReaderTest} holds the two against each
 * other.
 */
final class PlainReader {

  /** Bytes. To find a line, all before it are counted. */
  private static final int LONGEST_FILE = 8 << 10;

  /** SnakeYAML takes none of more than 1,024. */
  private static final int LONGEST_KEY = 64;

  /** Deeper than any dataset; {@link NodeBuilder} says what is too deep. */
  private static final int DEEPEST = 4;

  /** No value without quotes begins with one of these, or needs a closer look if it does. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>%@`";

  private static final int END_OF_FILE = -1;

  /** Ends the reading of a file that is not plain; where it arose is of no use. */
  @SuppressWarnings("serial")
  private static final class NotPlain extends Exception {
    NotPlain() {
      super(null, null, false, false);
    }
  }

  private final byte[] bytes;
  private final List<Comment> comments = new ArrayList<>(0);

  /** The line that is looked at: its number from 1, where it begins and ends, its indentation. */
  private int line;

  private int begin;
  private int end = -1;
  private int indent;

  private PlainReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Empty where the file is not plain. */
  static Optional<YamlDocument> read(String file, byte[] bytes) {
    return bytes.length > LONGEST_FILE ? Optional.empty() : new PlainReader(bytes).read(file);
  }

  private Optional<YamlDocument> read(String file) {
    try {
      nextLine();
      if (indent != 0) {
        return Optional.empty();
      }
      YamlNode root = mapping(1);
      return indent == END_OF_FILE
          ? Optional.of(new YamlDocument(file, lines(), Optional.of(root), comments, List.of()))
          : Optional.empty();
    } catch (NotPlain e) {
      return Optional.empty();
    }
  }

  /** Goes to the next line that holds more than a comment. */
  private void nextLine() throws NotPlain {
    while (end < bytes.length) {
      line++;
      begin = end + 1;
      end = begin;
      while (end < bytes.length && bytes[end] != '\n') {
        // Bytes are signed: all that is not ASCII is below too.
        if (bytes[end] < ' ' || bytes[end] == 0x7F) {
          throw new NotPlain();
        }
        end++;
      }
      int first = skipSpaces(begin);
      if (first < end && bytes[first] != '#') {
        indent = first - begin;
        return;
      }
      comment(first);
    }
    indent = END_OF_FILE;
  }

  private YamlNode.Mapping mapping(int depth) throws NotPlain {
    if (depth > DEEPEST) {
      throw new NotPlain();
    }
    int column = indent;
    List<YamlNode.Entry> entries = new ArrayList<>();
    while (indent == column) {
      YamlNode.Scalar key = key();
      for (YamlNode.Entry entry : entries) {
        if (entry.key().text().equals(key.text())) {
          throw new NotPlain();
        }
      }
      int value = skipSpaces(begin + key.span().endColumn());
      if (value < end && bytes[value] != '#') {
        entries.add(new YamlNode.Entry(key, scalar(value)));
        nextLine();
      } else {
        comment(value);
        nextLine();
        entries.add(new YamlNode.Entry(key, block(column, depth)));
      }
    }
    if (indent > column) {
      throw new NotPlain();
    }
    return new YamlNode.Mapping(entries.get(0).key().span(), entries);
  }

  /** The value of a key that has none in its line. */
  private YamlNode block(int column, int depth) throws NotPlain {
    if (indent >= column && isEntry()) {
      return sequence();
    }
    if (indent > column) {
      return mapping(depth + 1);
    }
    throw new NotPlain();
  }

  private YamlNode.Sequence sequence() throws NotPlain {
    int column = indent;
    int firstLine = line;
    List<YamlNode> items = new ArrayList<>();
    YamlNode.Scalar last;
    do {
      last = scalar(skipSpaces(begin + indent + 1));
      items.add(last);
      nextLine();
    } while (indent == column && isEntry());
    if (indent > column) {
      throw new NotPlain();
    }
    return new YamlNode.Sequence(
        new Span(firstLine, column + 1, last.span().line(), last.span().endColumn()), items);
  }

  private boolean isEntry() {
    int dash = begin + indent;
    return bytes[dash] == '-' && dash + 1 < end && bytes[dash + 1] == ' ';
  }

  /** Words with hyphens between them, and a colon. */
  private YamlNode.Scalar key() throws NotPlain {
    int start = begin + indent;
    int at = start;
    while (at < end && (isWord(bytes[at]) || (bytes[at] == '-' && at > start))) {
      at++;
    }
    if (at == start || at - start > LONGEST_KEY || !isColon(at)) {
      throw new NotPlain();
    }
    return scalar(start, at, text(start, at), true);
  }

  /** One that ends a key. */
  private boolean isColon(int at) {
    return at < end && bytes[at] == ':' && (at + 1 == end || bytes[at + 1] == ' ');
  }

  private static boolean isWord(byte ascii) {
    return Character.isLetterOrDigit(ascii) || ascii == '_';
  }

  /** A value that ends in its line. */
  private YamlNode.Scalar scalar(int start) throws NotPlain {
    if (start < end && (bytes[start] == '"' || bytes[start] == '\'')) {
      return quoted(start, bytes[start]);
    }
    if (start == end || INDICATORS.indexOf(bytes[start]) >= 0) {
      throw new NotPlain();
    }
    int last = start;
    for (int at = start; at < end; at++) {
      if (bytes[at] == '#' && bytes[at - 1] == ' ') {
        comment(at);
        break;
      }
      if (isColon(at)) {
        throw new NotPlain();
      }
      if (bytes[at] != ' ') {
        last = at;
      }
    }
    return scalar(start, last + 1, text(start, last + 1), true);
  }

  private YamlNode.Scalar scalar(int start, int behind, String text, boolean isPlain) {
    int column = start - begin + 1;
    int endColumn = behind - begin + 1;
    return new YamlNode.Scalar(new Span(line, column, line, endColumn), text, isPlain);
  }

  /** In quotes, without anything that has a meaning there. */
  private YamlNode.Scalar quoted(int start, byte quote) throws NotPlain {
    int close = start + 1;
    while (close < end && bytes[close] != quote && bytes[close] != '\\') {
      close++;
    }
    int rest = skipSpaces(Math.min(close + 1, end));
    boolean alone = rest == end || (bytes[rest] == '#' && rest > close + 1);
    if (close == end || bytes[close] != quote || !alone) {
      throw new NotPlain();
    }
    comment(rest);
    return scalar(start, close + 1, text(start + 1, close), false);
  }

  /** Keeps the comment that begins here, if one does. */
  private void comment(int start) {
    if (start < end) {
      comments.add(
          new Comment(
              new Span(line, start - begin + 1, end - start),
              text(start + 1, end).strip(),
              skipSpaces(begin) == start));
    }
  }

  private List<String> lines() {
    return List.of(text(0, bytes.length).split("\n", -1));
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  private String text(int start, int behind) {
    return new String(bytes, start, behind - start, StandardCharsets.ISO_8859_1);
  }
}
