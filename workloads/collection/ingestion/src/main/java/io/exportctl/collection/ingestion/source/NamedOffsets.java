package io.exportctl.collection.ingestion.source;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number of lines that a file has by its name, which ends {@code _<partition>_<first>-<last>}. */
public final class NamedOffsets {

  private static final Pattern OFFSETS =
      Pattern.compile("_[0-9]{1,9}_([0-9]{1,18})-([0-9]{1,18})(?:\\.[a-zA-Z0-9.]+)?$");

  private NamedOffsets() {}

  /** Returns the number of lines; empty if the name does not tell it. */
  public static OptionalLong lines(String name) {
    Matcher matcher = OFFSETS.matcher(name);
    if (!matcher.find()) {
      return OptionalLong.empty();
    }
    long lines = Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1)) + 1;
    return lines > 0 ? OptionalLong.of(lines) : OptionalLong.empty();
  }
}
