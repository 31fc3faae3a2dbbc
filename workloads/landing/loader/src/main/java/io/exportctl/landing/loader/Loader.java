package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.S3Object;

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
      checkSizes(extraction);
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
    List<S3Object> marks = curated.list(extraction.marks());
    if (marks.size() < extraction.parts().size()) {
      return Step.NOTHING;
    }
    Verdict verdict =
        new Verdict(
            List.of(),
            extraction.manifest().tables().size(),
            extraction.manifest().rows(),
            nulled(extraction, marks),
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

  /** Compares the parts with what is in the bucket: one listing a table. */
  private void checkSizes(Extraction extraction) throws RefusedException {
    List<Reason> reasons = new ArrayList<>();
    for (Table table : extraction.manifest().tables()) {
      if (table.parts().isEmpty()) {
        continue;
      }
      String first = table.parts().get(0).key();
      Map<String, Long> sizes = new HashMap<>();
      for (S3Object object : landing.list(key(first.substring(0, first.lastIndexOf('/') + 1)))) {
        sizes.put(object.key(), object.size());
      }
      for (Part part : table.parts()) {
        Long size = sizes.get(key(part.key()));
        if (size == null) {
          reasons.add(
              Reason.of(
                  ReasonId.MISSING_PART, table.tableName(), "%s is missing".formatted(part.key())));
        } else if (size != part.bytes()) {
          reasons.add(
              Reason.of(
                  ReasonId.SIZE,
                  table.tableName(),
                  "%s has %d bytes, the manifest says %d"
                      .formatted(part.key(), size, part.bytes())));
        }
      }
    }
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
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

  private Map<String, Map<String, Long>> nulled(Extraction extraction, List<S3Object> marks)
      throws IOException {
    Map<String, Map<String, Long>> nulled = new TreeMap<>();
    for (S3Object mark : marks) {
      if (mark.size() > 0) {
        int index = Integer.parseInt(mark.key().substring(extraction.marks().length()));
        Map<String, Long> columns =
            nulled.computeIfAbsent(
                extraction.parts().get(index).table().tableName(), name -> new TreeMap<>());
        byte[] lines = curated.read(mark.key(), Integer.MAX_VALUE).orElseThrow();
        new String(lines, UTF_8)
            .lines()
            .map(line -> line.split("=", 2))
            .forEach(it -> columns.merge(it[0], Long.valueOf(it[1]), Long::sum));
      }
    }
    return nulled;
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
