package io.exportctl.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The grammar of a dataset: keys, each with a value or an indented list, in printable ASCII.
 *
 * <pre>{@code
 * name: prison_arrivals
 * users:            # a comment
 *   - alpha_user_one
 * tags:
 *   owner: "Data engineering"
 * }</pre>
 *
 * <p>SnakeYAML reads all other files, valid or not, and finds their mistakes. This reader gives up
 * on every file that the two might read differently; {@code DatasetYamlReaderTest} compares them.
 */
final class DatasetYamlReader {

  /** Maximum size of a file in bytes. */
  private static final int LONGEST_FILE = 8 << 10;

  /** Maximum length of a key in characters; SnakeYAML accepts up to 1,024. */
  private static final int LONGEST_KEY = 64;

  /** Maximum depth of nested mappings; {@link NodeBuilder} reports a nesting that is too deep. */
  private static final int DEEPEST = 4;

  /** Characters with a meaning of their own at the start of an unquoted value. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>%@`";

  private static final int END_OF_FILE = -1;

  private final Cursor cursor;
  private final List<Comment> comments = new ArrayList<>(0);

  /** Spaces before the content of the current line, or {@link #END_OF_FILE}. */
  private int indent;

  private DatasetYamlReader(byte[] bytes) {
    this.cursor = new Cursor(bytes);
  }

  /** Reads a file; empty if it is outside the grammar. */
  static Optional<YamlDocument> read(String file, byte[] bytes) {
    return bytes.length > LONGEST_FILE ? Optional.empty() : new DatasetYamlReader(bytes).read(file);
  }

  private Optional<YamlDocument> read(String file) {
    try {
      nextLine();
      if (indent != 0) {
        return Optional.empty();
      }
      YamlNode root = mapping(1);
      List<String> lines = List.of(cursor.text().split("\n", -1));
      return indent == END_OF_FILE
          ? Optional.of(new YamlDocument(file, lines, Optional.of(root), comments, List.of()))
          : Optional.empty();
    } catch (NotSimpleYaml e) {
      return Optional.empty();
    }
  }

  /** Goes to the next line that holds more than a comment. */
  private void nextLine() throws NotSimpleYaml {
    while (cursor.nextLine()) {
      int first = cursor.skipSpaces(cursor.begin());
      if (first < cursor.end() && !cursor.is('#', first)) {
        indent = first - cursor.begin();
        return;
      }
      addComment(first);
    }
    indent = END_OF_FILE;
  }

  private YamlNode.Mapping mapping(int depth) throws NotSimpleYaml {
    require(depth <= DEEPEST);
    int column = indent;
    List<YamlNode.Entry> entries = new ArrayList<>();
    while (indent == column) {
      YamlNode.Scalar key = key();
      for (YamlNode.Entry entry : entries) {
        require(!entry.key().text().equals(key.text()));
      }
      int value = cursor.skipSpaces(cursor.begin() + key.span().endColumn());
      if (value < cursor.end() && !cursor.is('#', value)) {
        entries.add(new YamlNode.Entry(key, scalar(value)));
        nextLine();
      } else {
        addComment(value);
        nextLine();
        entries.add(new YamlNode.Entry(key, block(column, depth)));
      }
    }
    require(indent < column);
    return new YamlNode.Mapping(entries.get(0).key().span(), entries);
  }

  /** Reads the value of a key with nothing after its colon. */
  private YamlNode block(int column, int depth) throws NotSimpleYaml {
    if (indent >= column && isListItem()) {
      return sequence();
    }
    require(indent > column);
    return mapping(depth + 1);
  }

  private YamlNode.Sequence sequence() throws NotSimpleYaml {
    int column = indent;
    int firstLine = cursor.line();
    List<YamlNode> items = new ArrayList<>();
    Span last;
    do {
      YamlNode.Scalar item = scalar(cursor.skipSpaces(cursor.begin() + indent + 1));
      last = item.span();
      items.add(item);
      nextLine();
    } while (indent == column && isListItem());
    require(indent <= column);
    return new YamlNode.Sequence(
        new Span(firstLine, column + 1, last.line(), last.endColumn()), items);
  }

  private boolean isListItem() {
    int dash = cursor.begin() + indent;
    return cursor.is('-', dash) && cursor.is(' ', dash + 1);
  }

  /** Reads words with hyphens between them, and a colon. */
  private YamlNode.Scalar key() throws NotSimpleYaml {
    int start = cursor.begin() + indent;
    int at = start;
    while (at < cursor.end() && (isWord(cursor.at(at)) || (cursor.is('-', at) && at > start))) {
      at++;
    }
    require(at > start && at - start <= LONGEST_KEY && isColon(at));
    return new YamlNode.Scalar(cursor.span(start, at), cursor.text(start, at), true);
  }

  /** Returns true for a colon that ends a key: one before a space or the end of the line. */
  private boolean isColon(int at) {
    return cursor.is(':', at) && (at + 1 == cursor.end() || cursor.is(' ', at + 1));
  }

  private static boolean isWord(char ascii) {
    return Character.isLetterOrDigit(ascii) || ascii == '_';
  }

  /** Reads a value that ends in its line. */
  private YamlNode.Scalar scalar(int start) throws NotSimpleYaml {
    require(start < cursor.end());
    if (cursor.is('"', start) || cursor.is('\'', start)) {
      return quoted(start, cursor.at(start));
    }
    require(INDICATORS.indexOf(cursor.at(start)) < 0);
    int last = start;
    for (int at = start; at < cursor.end(); at++) {
      if (cursor.is('#', at) && cursor.is(' ', at - 1)) {
        addComment(at);
        break;
      }
      require(!isColon(at));
      if (!cursor.is(' ', at)) {
        last = at;
      }
    }
    return new YamlNode.Scalar(cursor.span(start, last + 1), cursor.text(start, last + 1), true);
  }

  /** Reads a value in quotes without escapes. */
  private YamlNode.Scalar quoted(int start, char quote) throws NotSimpleYaml {
    int close = start + 1;
    while (close < cursor.end() && !cursor.is(quote, close) && !cursor.is('\\', close)) {
      close++;
    }
    require(cursor.is(quote, close));
    int rest = cursor.skipSpaces(close + 1);
    require(rest == cursor.end() || (cursor.is('#', rest) && rest > close + 1));
    addComment(rest);
    return new YamlNode.Scalar(cursor.span(start, close + 1), cursor.text(start + 1, close), false);
  }

  /** Adds the comment that starts at a place; nothing at the end of a line. */
  private void addComment(int start) {
    if (start < cursor.end()) {
      comments.add(cursor.comment(start));
    }
  }

  private static void require(boolean isInGrammar) throws NotSimpleYaml {
    if (!isInGrammar) {
      throw new NotSimpleYaml();
    }
  }
}
