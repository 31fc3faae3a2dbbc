package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Fix;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reduces paperwork that has a link among words to the link; the words become a comment after it.
 */
final class PaperworkLinks implements Step {

  private static final Pattern LINK = Pattern.compile("https://[^\\s<>]+");

  /** Links without characters that are special to a terminal or to YAML. */
  private static final Pattern HARMLESS =
      Pattern.compile("[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+");

  /** Words after a link that are certainly not a part of it: a sentence's, or none. */
  private static final Pattern SEPARATE = Pattern.compile("(?s)\\s*(?:[.,;:!?)\\]]|[(\\[–—-]|$).*");

  /** A part of a path, or a file's name at the end. */
  private static final Pattern PATH = Pattern.compile("(?s).*(?:/|\\.[A-Za-z0-9]{2,5}\\W*$).*");

  private static final String CLOSING = ".,;:!?)]";
  private static final Pattern REST = Pattern.compile("\\s*(#.*)?");

  /** Punctuation at the edges of the words that surround the link. */
  private static final Pattern EDGES =
      Pattern.compile("^[ :;,.=(\\[\\])-]++|(?<![ :;,.=(\\[\\])-])[ :;,.=(\\[\\])-]++$");

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    return keys.get("paperwork").stream()
        .flatMap(value -> YamlDocument.texts(value).stream())
        .flatMap(text -> outcome(document, text).stream())
        .toList();
  }

  private static Optional<Outcome> outcome(YamlDocument document, YamlNode.Scalar scalar) {
    List<String> links = LINK.matcher(scalar.text()).results().map(MatchResult::group).toList();
    if (links.size() != 1 || !endsItsLine(document, scalar.span())) {
      return Optional.empty();
    }
    String link = withoutClosing(links.get(0));
    String words = words(scalar.text(), link);
    if (words.isEmpty() || mayGoOn(scalar.text(), link) || !HARMLESS.matcher(link).matches()) {
      return Optional.empty();
    }
    Span span = scalar.span();
    String source = YamlText.of(link) + " # ";
    Fix.Edit edit =
        new Fix.Edit(span.line(), span.column(), span.endLine(), span.endColumn(), source + words);
    return Optional.of(
        Outcome.Fixed.of(span, List.of(edit), quote(scalar.text()), source + Quotation.cut(words)));
  }

  /**
   * Returns true if the words after a link may be the rest of it, as in {@code
   * https://example.org/Shared Documents/DPIA.docx}: only a person can tell where it ends.
   */
  private static boolean mayGoOn(String text, String link) {
    String after = text.substring(text.indexOf(link) + link.length());
    return !SEPARATE.matcher(after).matches() || PATH.matcher(after).matches();
  }

  /** Removes a full stop or closing bracket that belongs to the sentence around the link. */
  private static String withoutClosing(String link) {
    int end = link.length();
    while (CLOSING.indexOf(link.charAt(end - 1)) >= 0
        && !(link.charAt(end - 1) == ')' && link.contains("("))) {
      end--;
    }
    return link.substring(0, end);
  }

  /** Returns the words around the link in one line, without line breaks and control characters. */
  private static String words(String text, String link) {
    String around = text.replace(link, " ").replaceAll("\\s+", " ");
    return Quotation.printable(EDGES.matcher(around).replaceAll("").replaceAll("\\(\\s*\\)", ""))
        .replaceAll(" +", " ")
        .strip();
  }

  /** Returns true if a comment may follow: only the rest of its line, and not in a block scalar. */
  private static boolean endsItsLine(YamlDocument document, Span span) {
    String first = document.lines().get(span.line() - 1);
    int start = first.offsetByCodePoints(0, span.column() - 1);
    if (first.startsWith("|", start) || first.startsWith(">", start)) {
      return false;
    }
    String last = document.lines().get(span.endLine() - 1);
    return REST.matcher(last.substring(last.offsetByCodePoints(0, span.endColumn() - 1))).matches();
  }
}
