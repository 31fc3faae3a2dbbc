package io.exportctl.operate;

import io.exportctl.text.JsonReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reasons of failures in the log lines of programs. */
final class LogReasons {

  private static final String SCHEME = "s3://";

  private LogReasons() {}

  /**
   * Counts the reasons of lines, the most frequent first.
   *
   * @param most number of reasons to return
   */
  static List<DatasetStatus.Failure> counted(List<String> lines, int most) {
    Map<String, Long> counts = new TreeMap<>();
    lines.stream()
        .map(LogReasons::line)
        .filter(LogReasons::isFailure)
        .forEach(line -> counts.merge(line.get("reason").toString(), 1L, Long::sum));
    List<DatasetStatus.Failure> failures = new ArrayList<>();
    counts.forEach((reason, times) -> failures.add(new DatasetStatus.Failure(reason, times)));
    failures.sort((one, other) -> Long.compare(other.times(), one.times()));
    return failures.subList(0, Math.min(most, failures.size()));
  }

  /** Returns the newest reason for each file, by its bucket and key with a slash between. */
  static Map<String, String> byFile(List<String> lines) {
    Map<String, String> reasons = new HashMap<>();
    for (String text : lines) {
      Map<?, ?> line = line(text);
      if (isFailure(line)
          && line.get("source") instanceof String source
          && source.startsWith(SCHEME)) {
        reasons.put(source.substring(SCHEME.length()), line.get("reason").toString());
      }
    }
    return reasons;
  }

  private static Map<?, ?> line(String text) {
    return JsonReader.read(text.strip()).orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** A success may have a reason, too: a remark. */
  private static boolean isFailure(Map<?, ?> line) {
    return line.get("reason") instanceof String
        && (!(line.get("action") instanceof String action)
            || List.of("corrupted", "failed", "hopeless", "unfinished").contains(action));
  }
}
