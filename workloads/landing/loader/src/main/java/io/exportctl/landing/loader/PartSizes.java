package io.exportctl.landing.loader;

import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Check that the parts are there, in the sizes that the manifest says. */
final class PartSizes {

  private PartSizes() {}

  /**
   * Compares the manifest with the bucket: one listing a table.
   *
   * @throws RefusedException with every part that is missing or has another size
   */
  static void check(S3Bucket landing, Extraction extraction) throws RefusedException {
    List<Reason> reasons = new ArrayList<>();
    for (Table table : extraction.manifest().tables()) {
      if (table.parts().isEmpty()) {
        continue;
      }
      String first = table.parts().get(0).key();
      Map<String, Long> sizes = new HashMap<>();
      for (S3Object object :
          landing.list(extraction.key(first.substring(0, first.lastIndexOf('/') + 1)))) {
        sizes.put(object.key(), object.size());
      }
      for (Part part : table.parts()) {
        Long size = sizes.get(extraction.key(part.key()));
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
}
