package io.exportctl.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value that a person still has to fill in: {@code <<bucket>>}, {@code TBD}, {@code
 * RANDOM-STRING}.
 */
public final class Placeholder {

  /**
   * Text in angle brackets, except for a link and for a name with an address such as {@code Jo
   * <jo@example.org>}.
   */
  private static final Pattern TO_FILL_IN =
      Pattern.compile("(?!<https?://[^<>]+>$)(?:<.*>|\\S*<[^<>\\s]+>\\S*)");

  /** Words from guides, in the middle of an otherwise valid value. */
  private static final Pattern LEFT_FROM_GUIDE =
      Pattern.compile(
          "(?<![A-Za-z0-9])"
              + "(?:RANDOM[-_]?STRING|X{4,}|YOUR[-_](?:ACCOUNT|BUCKET|ROLE|NAME)[A-Z-_]*"
              + "|ACCOUNT[-_]?(?:ID|NUMBER))"
              + "(?![A-Za-z0-9])");

  private static final Set<String> STILL_TO_COME =
      Set.of(
          "-",
          "--",
          "?",
          "??",
          "???",
          "...",
          "…",
          "n/a",
          "na",
          "nil",
          "none",
          "null",
          "pending",
          "tba",
          "tbc",
          "tbd",
          "to be added",
          "to be agreed",
          "to be confirmed",
          "to be decided",
          "to be determined",
          "to come",
          "to follow",
          "to-follow",
          "todo",
          "to do",
          "unknown",
          "wip",
          "work in progress",
          "in progress",
          "coming soon",
          "awaiting approval",
          "xxx");

  private Placeholder() {}

  /** Returns the placeholder for a value. */
  public static String of(String value) {
    return "<<" + value + ">>";
  }

  /** Returns the reason why a value is a placeholder; empty if it is not one. */
  static Optional<String> fault(String value) {
    if (STILL_TO_COME.contains(value.strip().toLowerCase(Locale.ROOT))) {
      return Optional.of("says that it is still to come");
    }
    return (value.contains("<") && TO_FILL_IN.matcher(value).matches())
            || LEFT_FROM_GUIDE.matcher(value).find()
        ? Optional.of("is left to fill in")
        : Optional.empty();
  }
}
