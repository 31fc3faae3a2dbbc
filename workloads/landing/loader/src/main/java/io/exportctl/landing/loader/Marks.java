package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Marks of the parts that are converted. */
record Marks(S3Bucket curated, Extraction extraction, List<S3Object> objects) {

  Marks {
    objects = List.copyOf(objects);
  }

  static Marks of(S3Bucket curated, Extraction extraction) {
    return new Marks(curated, extraction, curated.list(extraction.marks()));
  }

  /** Returns true if every part is converted. */
  boolean isComplete() {
    return objects.size() == extraction.parts().size();
  }

  /** Numbers of values that became null, by table and column. */
  Map<String, Map<String, Long>> nulled() throws IOException {
    Map<String, Map<String, Long>> nulled = new TreeMap<>();
    for (S3Object mark : objects) {
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
}
