package io.exportctl.landing.loader;

import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.ManifestReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The steps of loading an extraction. A step may run several times: it goes on from what is there,
 * and an extraction that has a verdict is done.
 */
final class Loader {

  private final Settings settings;
  private final S3Bucket landing;
  private final S3Bucket curated;
  private final PartLoader partLoader;
  private final Publication publication;
  private final InstantSource clock;

  Loader(
      Settings settings,
      S3Bucket landing,
      S3Bucket curated,
      PartLoader partLoader,
      Catalogue catalogue,
      InstantSource clock) {
    this.settings = settings;
    this.landing = landing;
    this.curated = curated;
    this.partLoader = partLoader;
    this.publication = new Publication(settings, catalogue, curated);
    this.clock = clock;
  }

  /**
   * Result of a step.
   *
   * @param parts number of parts that are to be loaded next, each with a step of its own
   * @param verdict on the extraction, if this step gave it
   */
  record Step(int parts, Optional<Verdict> verdict) {

    static final Step NOTHING = new Step(0, Optional.empty());
  }

  /**
   * Checks the manifest of an extraction that has arrived.
   *
   * @param timestamp of the extraction
   */
  Step arrived(String timestamp) throws IOException {
    if (hasVerdict(timestamp)) {
      return Step.NOTHING;
    }
    try {
      Extraction extraction = read(timestamp);
      PartSizes.check(landing, extraction);
      checkShapes(extraction);
      return extraction.parts().isEmpty()
          ? finish(extraction)
          : new Step(extraction.parts().size(), Optional.empty());
    } catch (RefusedException e) {
      return give(timestamp, Verdict.refused(e.reasons()));
    }
  }

  /**
   * Loads a part, and publishes the extraction after its last one.
   *
   * @param index of the part in the manifest, 0-based
   */
  Step part(String timestamp, int index) throws IOException, SQLException {
    if (hasVerdict(timestamp)) {
      return Step.NOTHING;
    }
    try {
      Extraction extraction = read(timestamp);
      partLoader.load(extraction, index);
      return finish(extraction);
    } catch (RefusedException e) {
      return give(timestamp, Verdict.refused(e.reasons()));
    }
  }

  private Step finish(Extraction extraction) throws IOException {
    Marks marks = Marks.of(curated, extraction);
    if (!marks.isComplete()) {
      return Step.NOTHING;
    }
    Verdict verdict =
        new Verdict(
            List.of(),
            extraction.manifest().tables().size(),
            extraction.manifest().rows(),
            marks.nulled(),
            publication.changedTables(extraction));
    publication.publish(extraction);
    return give(extraction.timestamp(), verdict);
  }

  private Extraction read(String timestamp) throws IOException, RefusedException {
    String key = key(Keys.of(settings.dataset(), timestamp).manifest());
    byte[] json =
        landing
            .read(key, ManifestReader.MAX_BYTES + 1)
            .orElseThrow(() -> new IllegalStateException("there is no manifest " + key));
    return ManifestCheck.read(settings, timestamp, json, clock.instant());
  }

  private void checkShapes(Extraction extraction) throws RefusedException {
    if (!settings.frozen()) {
      return;
    }
    List<Reason> reasons =
        publication.changedTables(extraction).stream()
            .map(
                table ->
                    Reason.of(
                        ReasonId.SCHEMA_FROZEN,
                        table,
                        "the table's columns are not those that are published"))
            .toList();
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
  }

  private boolean hasVerdict(String timestamp) {
    return landing.size(resultKey(timestamp)).isPresent();
  }

  private Step give(String timestamp, Verdict verdict) {
    return landing.create(resultKey(timestamp), verdict.json())
        ? new Step(0, Optional.of(verdict))
        : Step.NOTHING;
  }

  private String resultKey(String timestamp) {
    return key(Keys.of(settings.dataset(), timestamp).result());
  }

  private String key(String relative) {
    return settings.dataset() + "/" + relative;
  }
}
