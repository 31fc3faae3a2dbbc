package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Keys;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Search for extractions whose event was lost, or which were not finished. It deletes nothing. */
final class Sweep {

  /** Age from which on a manifest without a verdict is taken up again. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

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
   * @param ageSeconds age of the newest extraction that is published, if there is one
   */
  record Findings(List<String> unfinished, OptionalLong ageSeconds) {

    Findings {
      unfinished = List.copyOf(unfinished);
    }
  }

  Findings run(Instant now) throws IOException {
    Set<String> verdicts = verdicts();
    List<String> unfinished = new ArrayList<>();
    for (S3Object object : landing.list(manifests())) {
      Optional<String> timestamp = Extraction.timestamp(settings.dataset(), object.key());
      if (timestamp.isPresent()
          && !verdicts.contains(timestamp.get())
          && object.lastModified().isBefore(now.minus(PATIENCE))) {
        unfinished.add(timestamp.get());
      }
    }
    unfinished.sort(Comparator.naturalOrder());
    return new Findings(unfinished, age(verdicts, now));
  }

  private Set<String> verdicts() {
    String folder = settings.dataset() + "/results/";
    Set<String> timestamps = new TreeSet<>(Comparator.reverseOrder());
    for (S3Object object : landing.list(folder)) {
      String name = object.key().substring(folder.length());
      if (name.matches("[0-9]{14}Z\\.json")) {
        timestamps.add(name.substring(0, name.indexOf('.')));
      }
    }
    return timestamps;
  }

  /** Looks at the verdicts from the newest on. */
  private OptionalLong age(Set<String> verdicts, Instant now) throws IOException {
    for (String timestamp : verdicts) {
      String key = settings.dataset() + "/" + Keys.of(settings.dataset(), timestamp).result();
      Optional<byte[]> json = landing.read(key, Integer.MAX_VALUE);
      if (json.isPresent() && isPublished(json.get())) {
        return OptionalLong.of(Duration.between(ManifestCheck.instant(timestamp), now).toSeconds());
      }
    }
    return OptionalLong.empty();
  }

  private static boolean isPublished(byte[] json) throws IOException {
    return "published".equals(JSON.std.mapFrom(new String(json, UTF_8)).get("status"));
  }

  /** Common beginning of the keys of all manifests. */
  private String manifests() {
    String key = Keys.of(settings.dataset(), "").manifest();
    return settings.dataset() + "/" + key.substring(0, key.indexOf("extraction_timestamp="));
  }
}
