package io.exportctl.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file in an entry of {@code git log --raw -z}.
 *
 * @param path path from the top of the repository
 * @param before id of the content before the commit; empty if there was no regular file
 * @param after id of the content after the commit; empty if there is no regular file
 */
record LogEntry(
    String commit,
    String day,
    String author,
    String path,
    Optional<String> before,
    Optional<String> after) {

  /** Commit, the author's day and name, in marks that neither a path nor a name has. */
  static final String FORMAT = "%x01%H%x02%as%x02%aN";

  private static final String COMMIT = "\u0001";

  /** Parses output of git; the newest commit comes first. */
  static List<LogEntry> parse(String log) {
    List<LogEntry> entries = new ArrayList<>();
    String[] commit = {};
    String[] words = log.split("\0", -1);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].strip();
      if (word.startsWith(COMMIT)) {
        commit = word.substring(1).split("\u0002", -1);
      } else if (word.startsWith(":") && i + 1 < words.length) {
        i++;
        entries.add(of(commit, word.split(" ", -1), words[i]));
      }
    }
    return entries;
  }

  /**
   * Reads one file.
   *
   * @param raw colon and mode before, mode after, id before, id after, letter
   */
  private static LogEntry of(String[] commit, String[] raw, String path) {
    return new LogEntry(
        commit[0],
        commit[1],
        commit[2],
        path,
        content(raw[0].substring(1), raw[2]),
        content(raw[1], raw[3]));
  }

  private static Optional<String> content(String mode, String id) {
    return mode.startsWith("100") ? Optional.of(id) : Optional.empty();
  }

  /** Returns the ids of the contents. */
  List<String> contents() {
    return Stream.of(before, after).flatMap(Optional::stream).toList();
  }

  Revision revision(Map<String, byte[]> contents) {
    return new Revision(commit, day, author, before.map(contents::get), after.map(contents::get));
  }
}
