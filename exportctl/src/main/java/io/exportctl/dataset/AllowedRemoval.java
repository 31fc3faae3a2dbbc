package io.exportctl.dataset;

import io.exportctl.yaml.Comment;
import io.exportctl.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment {@code # exportctl: remove[push/arrivals] because <reason>} in any file of the
 * workspace, which lets a dataset's file go that was not retired before.
 */
public record AllowedRemoval(YamlDocument document, Comment comment, DatasetId id, String reason) {

  /** The form of such a comment, for messages. */
  public static final String MODEL = "# exportctl: remove[KIND/NAME] because <reason>";

  private static final Pattern WELL_FORMED =
      Pattern.compile("exportctl:\\s*+remove\\s*+\\[\\s*+([^]\\s]++)\\s*+]\\s*+because\\s++(.*+)");

  private static final Pattern MEANT = Pattern.compile("(?i)exportctl:\\s*+remove\\b.*+");

  /** A reason has at least four letters. */
  private static final Pattern REASON = Pattern.compile("(?s)(?:.*?\\p{L}){4}.*");

  /** Returns the well-formed comments of a file, in its order. */
  public static List<AllowedRemoval> in(YamlDocument document) {
    return document.comments().stream()
        .flatMap(comment -> parse(document, comment).stream())
        .toList();
  }

  /** Returns true for a comment that looks like this form. */
  public static boolean isMeant(String comment) {
    return MEANT.matcher(comment).matches();
  }

  /** Returns true for a comment in this form. */
  public static boolean isWellFormed(String comment) {
    Matcher matcher = WELL_FORMED.matcher(comment);
    return matcher.matches()
        && DatasetId.of(matcher.group(1)).isPresent()
        && REASON.matcher(matcher.group(2)).matches();
  }

  private static Optional<AllowedRemoval> parse(YamlDocument document, Comment comment) {
    if (!isWellFormed(comment.text())) {
      return Optional.empty();
    }
    Matcher matcher = WELL_FORMED.matcher(comment.text());
    return matcher.matches()
        ? DatasetId.of(matcher.group(1))
            .map(id -> new AllowedRemoval(document, comment, id, matcher.group(2)))
        : Optional.empty();
  }
}
