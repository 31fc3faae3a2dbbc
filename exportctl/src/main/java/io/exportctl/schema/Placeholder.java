package io.exportctl.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A blank that is left for a person: {@code <<bucket>>}, {@code TBD}, {@code RANDOM-STRING}. */
public final class Placeholder {

  /** Not a name with an address, such as {@code Jo <jo@example.org>}. */
  private static final Pattern BLANK = Pattern.compile("<.*>|\\S*<[^<>\\s]+>\\S*");

  /** Of guides, in the middle of what is right otherwise. */
  private static final Pattern LEFT_FROM_GUIDE =
      Pattern.compile(
          "(?:^|[^A-Za-z0-9])"
              + "(RANDOM[-_]?STRING|X{4,}|YOUR[-_](?:ACCOUNT|BUCKET|ROLE|NAME)[A-Z-_]*"
              + "|ACCOUNT[-_]?(?:ID|NUMBER))"
              + "(?:[^A-Za-z0-9]|$)");

  /** So many capitals stand in a row in all of these, which is far quicker to look for. */
  private static final int CAPITALS = 4;

  /** Of those below. */
  private static final int LONGEST = 17;

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

  public static String of(String what) {
    return "<<" + what + ">>";
  }

  /** What is wrong with a value that nobody filled in; empty for any other. */
  static Optional<String> fault(String value) {
    String stripped = value.strip();
    if (stripped.length() <= LONGEST && STILL_TO_COME.contains(stripped.toLowerCase(Locale.ROOT))) {
      return Optional.of("says that it is still to come");
    }
    return (value.indexOf('<') >= 0 && BLANK.matcher(value).matches())
            || (hasCapitals(value) && LEFT_FROM_GUIDE.matcher(value).find())
        ? Optional.of("is left to fill in")
        : Optional.empty();
  }

  private static boolean hasCapitals(String value) {
    int inRow = 0;
    for (int i = 0; i < value.length() && inRow < CAPITALS; i++) {
      char character = value.charAt(i);
      inRow = 'A' <= character && character <= 'Z' ? inRow + 1 : 0;
    }
    return inRow == CAPITALS;
  }
}
