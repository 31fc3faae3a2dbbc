package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Keys;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Manifests and verdicts in the landing bucket as they were listed, by the timestamps of their
 * extractions.
 *
 * @param manifests times at which the manifests were written
 * @param verdicts times at which the verdicts were written
 */
record Arrivals(
    String dataset,
    S3Bucket landing,
    NavigableMap<String, Instant> manifests,
    NavigableMap<String, Instant> verdicts) {

  /**
   * Age from which on a manifest without a verdict is taken up again. The function never runs as
   * long, so that no step of an extraction still runs when its verdict is as old.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /**
   * Age from which on it is left alone: by then the alarms have told for days that it fails. An old
   * manifest may have lost its verdict, since both expire on the same day in any order.
   */
  private static final Duration GIVEN_UP = Duration.ofDays(7);

  static Arrivals list(String dataset, S3Bucket landing) {
    NavigableMap<String, Instant> verdicts = new TreeMap<>();
    String results = dataset + "/results/";
    for (S3Object object : landing.list(results)) {
      String name = object.key().substring(results.length());
      if (name.matches("[0-9]{14}Z\\.json")) {
        verdicts.put(name.substring(0, name.indexOf('.')), object.lastModified());
      }
    }
    NavigableMap<String, Instant> manifests = new TreeMap<>();
    String anyManifest = dataset + "/" + Keys.of(dataset, "").manifest();
    String folder = anyManifest.substring(0, anyManifest.indexOf("extraction_timestamp="));
    for (S3Object object : landing.list(folder)) {
      Extraction.timestamp(dataset, object.key())
          .ifPresent(timestamp -> manifests.put(timestamp, object.lastModified()));
    }
    return new Arrivals(dataset, landing, manifests, verdicts);
  }

  /** Timestamps of the extractions that wait too long for a verdict, oldest first. */
  List<String> unfinished(Instant now) {
    return manifests.keySet().stream()
        .filter(it -> !verdicts.containsKey(it))
        .filter(it -> manifests.get(it).isBefore(now.minus(PATIENCE)))
        .filter(it -> manifests.get(it).isAfter(now.minus(GIVEN_UP)))
        .toList();
  }

  /** Returns true if a step of the extraction may run, or may still run. */
  boolean isOpen(String timestamp, Instant now) {
    Instant verdict = verdicts.get(timestamp);
    return verdict == null
        ? manifests.containsKey(timestamp)
        : !verdict.isBefore(now.minus(PATIENCE));
  }

  /** Timestamp of the newest extraction that was published; reads verdicts from the newest on. */
  Optional<String> newestPublished() throws IOException {
    for (String timestamp : verdicts.descendingKeySet()) {
      if (isStatus("published", timestamp)) {
        return Optional.of(timestamp);
      }
    }
    return Optional.empty();
  }

  /** Returns true if the extraction has a verdict that refuses it. */
  boolean isRefused(String timestamp) throws IOException {
    return verdicts.containsKey(timestamp) && isStatus("refused", timestamp);
  }

  private boolean isStatus(String status, String timestamp) throws IOException {
    String key = dataset + "/" + Keys.of(dataset, timestamp).result();
    Optional<byte[]> json = landing.read(key, Integer.MAX_VALUE);
    return json.isPresent()
        && status.equals(JSON.std.mapFrom(new String(json.get(), UTF_8)).get("status"));
  }
}
