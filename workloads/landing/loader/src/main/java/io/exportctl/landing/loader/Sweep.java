package io.exportctl.landing.loader;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Search for extractions whose event was lost, which were not finished, or whose manifest never
 * came. It changes nothing.
 */
final class Sweep {

  /** Age from which on data without a manifest is counted: no extraction takes as long. */
  private static final Duration DAY = Duration.ofDays(1);

  private static final Pattern TIMESTAMP = Pattern.compile("/extraction_timestamp=([0-9]{14}Z)/");

  private final Settings settings;
  private final S3Bucket landing;

  Sweep(Settings settings, S3Bucket landing) {
    this.settings = settings;
    this.landing = landing;
  }

  /**
   * Findings of a sweep.
   *
   * @param unfinished timestamps of the extractions that are to be taken up again, oldest first
   * @param unclaimed number of files that are older than a day and have no manifest
   * @param ageSeconds age of the newest extraction that is published, if there is one
   */
  record Findings(List<String> unfinished, long unclaimed, OptionalLong ageSeconds) {

    Findings {
      unfinished = List.copyOf(unfinished);
    }
  }

  Findings run(Instant now) throws IOException {
    Arrivals arrivals = Arrivals.list(settings.dataset(), landing);
    Optional<String> newest = arrivals.newestPublished();
    OptionalLong age =
        newest.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(
                Duration.between(ManifestCheck.instant(newest.get()), now).toSeconds());
    return new Findings(arrivals.unfinished(now), unclaimed(arrivals, now), age);
  }

  private long unclaimed(Arrivals arrivals, Instant now) {
    return landing.list(settings.dataset() + "/data/").stream()
        .filter(it -> it.lastModified().isBefore(now.minus(DAY)))
        .map(S3Object::key)
        .filter(it -> !isClaimed(arrivals, it))
        .count();
  }

  private static boolean isClaimed(Arrivals arrivals, String key) {
    Matcher matcher = TIMESTAMP.matcher(key);
    return matcher.find() && arrivals.manifests().containsKey(matcher.group(1));
  }
}
