package io.exportctl.kind.landing;

import io.exportctl.dataset.Backlog;
import io.exportctl.text.JsonReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Extractions that have no verdict, and the newest of all if it was refused.
 *
 * @param bucket the landing bucket
 */
record LandingBacklog(String dataset, String bucket) implements Backlog {

  /** Age from which the sweep takes up an extraction again. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final Pattern MANIFEST =
      Pattern.compile(".*/extraction_timestamp=([0-9]{14}Z)/manifest\\.json");
  private static final Pattern VERDICT = Pattern.compile(".*/results/([0-9]{14}Z)\\.json");

  @Override
  public List<Stuck> find(StoredFiles files, Instant now) {
    List<StoredFile> verdicts =
        files.list(bucket, dataset + "/results/").stream()
            .filter(file -> VERDICT.matcher(file.key()).matches())
            .toList();
    Set<String> judged =
        verdicts.stream().map(file -> timestamp(VERDICT, file)).collect(Collectors.toSet());
    List<Stuck> stuck = new ArrayList<>();
    for (StoredFile file : files.list(bucket, dataset + "/metadata/")) {
      if (MANIFEST.matcher(file.key()).matches()
          && !judged.contains(timestamp(MANIFEST, file))
          && file.written().isBefore(now.minus(PATIENCE))) {
        stuck.add(new Stuck(bucket + "/" + file.key(), file.written(), Optional.empty()));
      }
    }
    verdicts.stream()
        .max(Comparator.comparing(StoredFile::key))
        .ifPresent(newest -> refusal(files, newest).ifPresent(stuck::add));
    stuck.sort(Comparator.comparing(Stuck::since));
    return List.copyOf(stuck);
  }

  private Optional<Stuck> refusal(StoredFiles files, StoredFile verdict) {
    return files
        .text(bucket, verdict.key())
        .flatMap(JsonReader::read)
        .filter(json -> json instanceof Map<?, ?> map && "refused".equals(map.get("status")))
        .map(
            json ->
                new Stuck(
                    bucket + "/" + verdict.key(),
                    verdict.written(),
                    Optional.of("refused: " + reasons((Map<?, ?>) json))));
  }

  private static String reasons(Map<?, ?> verdict) {
    if (!(verdict.get("reasons") instanceof List<?> reasons) || reasons.isEmpty()) {
      return "no reason is given";
    }
    String first = reasons.get(0) instanceof Map<?, ?> map ? text(map) : "";
    return reasons.size() == 1 ? first : first + ", and " + (reasons.size() - 1) + " more";
  }

  private static String text(Map<?, ?> reason) {
    Object table = reason.get("table");
    return (table == null ? "" : table + ": ") + reason.get("detail");
  }

  private static String timestamp(Pattern pattern, StoredFile file) {
    Matcher matcher = pattern.matcher(file.key());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
