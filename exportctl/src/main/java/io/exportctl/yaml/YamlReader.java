package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML files of any content: problems are returned as diagnostics, never thrown. Features
 * that a dataset does not need and that reviewers misread are refused: aliases, tags and several
 * documents.
 */
public final class YamlReader {

  /**
   * Maximum size of a file in bytes. A dataset has some hundred bytes, and AWS accepts no policy of
   * more than 20 KiB; a larger file is not a dataset, and would take the schema library too long.
   */
  public static final int LARGEST_FILE = 64 << 10;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private YamlReader() {}

  /**
   * Reads one file.
   *
   * @param file the path as it is printed
   * @param bytes the whole file; one byte more than {@link #LARGEST_FILE} is enough to refuse it
   */
  public static YamlDocument read(String file, byte[] bytes) {
    if (bytes.length > LARGEST_FILE) {
      return YamlDocument.unreadable(
          Diagnostic.of(
                  Location.of(file),
                  RuleId.FILE_TOO_LARGE,
                  "the file is larger than 64 KiB, expected a few lines of YAML")
              .withHelp("remove what does not belong to the dataset"));
    }
    Optional<YamlDocument> plain = DatasetYamlReader.read(file, bytes);
    return plain.isPresent() ? plain.get() : readAny(file, bytes);
  }

  /** Reads a file with SnakeYAML. */
  static YamlDocument readAny(String file, byte[] bytes) {
    StringBuilder text = new StringBuilder();
    Optional<Diagnostic> malformed = decode(file, bytes, text);
    if (malformed.isPresent()) {
      return YamlDocument.unreadable(malformed.get());
    }
    List<Diagnostic> problems = new ArrayList<>();
    if (text.indexOf(BYTE_ORDER_MARK) == 0) {
      text.deleteCharAt(0);
      problems.add(
          Diagnostic.of(
                  Location.of(file),
                  RuleId.BYTE_ORDER_MARK,
                  "the file begins with a byte order mark")
              .withHelp("save it as \"UTF-8\", not as \"UTF-8 with BOM\"")
              .withFix(new Fix.RemoveByteOrderMark()));
    }
    return parse(file, text.toString(), problems);
  }

  /** Appends the text; returns a problem at the first byte that is not UTF-8. */
  private static Optional<Diagnostic> decode(String file, byte[] bytes, StringBuilder text) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    text.append(out.flip());
    if (!result.isError()) {
      return Optional.empty();
    }
    List<String> lines = linesOf(text.toString());
    String before = lines.get(lines.size() - 1);
    Location location =
        new Location(
            file,
            lines.size(),
            before.codePointCount(0, before.length()) + 1,
            1,
            before + "\uFFFD");
    return Optional.of(
        Diagnostic.of(
                location,
                RuleId.NOT_UTF_8,
                String.format("byte 0x%02X is not UTF-8, expected text in UTF-8", in.get()))
            .withHelp("save the file with the encoding \"UTF-8\""));
  }

  private static YamlDocument parse(String file, String text, List<Diagnostic> problems) {
    List<String> lines = linesOf(text);
    YamlDocument source = new YamlDocument(file, lines, List.of());
    Optional<Span> control = InvisibleCharacter.find(lines);
    if (control.isPresent()) {
      problems.add(InvisibleCharacter.diagnose(source.location(control.get())));
      return new YamlDocument(file, lines, problems);
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE);
    NodeBuilder builder = new NodeBuilder(source, problems);
    StreamReader reader = new StreamReader(new StringReader(text));
    try {
      Parser parser = new ParserImpl(reader, options);
      Optional<YamlNode> root = builder.build(Stream.generate(parser::getEvent).iterator());
      Optional<Diagnostic> loose = root.flatMap(read -> StrictSyntax.check(source, text, options));
      if (loose.isPresent()) {
        problems.add(loose.get());
        return new YamlDocument(file, lines, problems);
      }
      List<Comment> comments =
          root.isPresent() ? Comment.find(lines, builder.scalars()) : List.of();
      return new YamlDocument(file, lines, root, comments, problems);
    } catch (MarkedYAMLException e) {
      return unreadable(source, problems, spanOf(e.getProblemMark()), contextOf(e));
    } catch (YAMLException e) {
      // SnakeYAML's scanner throws it for some keys in brackets.
      return unreadable(source, problems, spanOf(reader.getMark()), Optional.empty());
    } catch (IllegalArgumentException e) {
      // SnakeYAML's scanner throws it for a truncated escape such as \x.
      problems.add(BrokenEscape.diagnose(source));
      return new YamlDocument(file, lines, problems);
    }
  }

  private static YamlDocument unreadable(
      YamlDocument source, List<Diagnostic> problems, Span found, Optional<Span> context) {
    List<Diagnostic> explanations = new SyntaxAdvice(source, found, context).diagnose();
    problems.add(explanations.get(0));
    return new YamlDocument(source.file(), source.lines(), problems)
        .withAlternatives(explanations.subList(1, explanations.size()));
  }

  /** Returns the start of the value or block that the parser was reading. */
  private static Optional<Span> contextOf(MarkedYAMLException exception) {
    return Optional.ofNullable(exception.getContextMark()).map(YamlReader::spanOf);
  }

  private static Span spanOf(Mark mark) {
    return new Span(mark.getLine() + 1, mark.getColumn() + 1, 1);
  }

  /** Splits a text into at least one line. */
  private static List<String> linesOf(String text) {
    return List.of(text.split("\r?\n", -1));
  }
}
