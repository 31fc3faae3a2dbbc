package io.exportctl.source.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of cron's five parts, in numbers. */
final class CronText {

  private static final Pattern PART =
      Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?|\\*(?:/([0-9]{1,2}))?");
  private static final List<Integer> LEAST = List.of(0, 0, 1, 1, 0);
  private static final List<Integer> MOST = List.of(59, 23, 31, 12, 7);

  private CronText() {}

  static boolean isValid(String text) {
    List<String> parts = List.of(text.split(" ", -1));
    if (parts.size() != LEAST.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      for (String item : parts.get(i).split(",", -1)) {
        if (!isValid(item, LEAST.get(i), MOST.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isValid(String item, int least, int most) {
    Matcher matcher = PART.matcher(item);
    if (!matcher.matches()) {
      return false;
    }
    if (matcher.group(1) == null) {
      int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
      return step >= 1 && step <= most;
    }
    int from = Integer.parseInt(matcher.group(1));
    int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
    return least <= from && from <= to && to <= most;
  }
}
