package io.exportctl.operate;

import io.exportctl.aws.Answer;
import io.exportctl.aws.Aws;
import io.exportctl.aws.Queues.Letter;
import io.exportctl.dataset.Backlog;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Files of a dataset that are left behind, and its dead letters, oldest first.
 *
 * @param lacking permissions that the caller lacks, without which reasons or dead letters are
 *     missing
 */
public record StuckFiles(List<StuckFile> files, NavigableSet<String> lacking) {

  private static final Duration LOG = Duration.ofHours(24);

  /** Number of dead letters to look at. */
  private static final int LETTERS = 200;

  public StuckFiles {
    files = List.copyOf(files);
  }

  /** Looks for the files of a dataset. */
  public static StuckFiles find(Aws aws, Operated dataset, Platform platform, Instant now) {
    Operation operation = dataset.operation(platform);
    NavigableSet<String> lacking = new TreeSet<>();
    List<Backlog.Stuck> left =
        dataset
            .backlog(platform)
            .map(backlog -> backlog.find(aws.buckets(), now))
            .orElse(List.of());
    List<Letter> letters =
        operation
            .deadLetters()
            .map(queue -> value(aws.queues().look(queue, LETTERS), lacking))
            .orElse(List.of());
    Map<String, String> reasons =
        left.isEmpty() || operation.logGroup().isEmpty()
            ? Map.of()
            : LogReasons.byFile(
                value(aws.logs().reasons(operation.logGroup().get(), now.minus(LOG)), lacking));
    return new StuckFiles(joined(left, letters, reasons), lacking);
  }

  private static <T> List<T> value(Answer<List<T>> answer, NavigableSet<String> lacking) {
    answer.lacking().ifPresent(lacking::add);
    return answer.value().orElse(List.of());
  }

  /** Joins files and dead letters that are about the same file. */
  private static List<StuckFile> joined(
      List<Backlog.Stuck> left, List<Letter> letters, Map<String, String> reasons) {
    Map<String, StuckFile> files = new LinkedHashMap<>();
    for (Backlog.Stuck stuck : left) {
      Optional<String> logged = Optional.ofNullable(reasons.get(stuck.file()));
      files.put(
          stuck.file(),
          new StuckFile(
              stuck.file(), Optional.of(stuck.since()), stuck.reason().or(() -> logged), false));
    }
    for (Letter letter : letters) {
      DeadLetter dead = DeadLetter.of(letter.body());
      StuckFile known = files.get(dead.subject());
      Optional<Instant> since = known == null ? dead.time() : known.since();
      Optional<String> logged = known == null ? Optional.empty() : known.reason();
      files.put(
          dead.subject(),
          new StuckFile(dead.subject(), since, letter.reason().or(() -> logged), true));
    }
    List<StuckFile> sorted = new ArrayList<>(files.values());
    sorted.sort(
        Comparator.comparing((StuckFile file) -> file.since().orElse(Instant.EPOCH))
            .thenComparing(StuckFile::file));
    return sorted;
  }
}
