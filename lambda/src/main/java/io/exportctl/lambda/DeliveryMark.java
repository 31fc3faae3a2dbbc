package io.exportctl.lambda;

import java.util.Optional;

/**
 * The tag by which a version that stays in the export bucket is known to be delivered.
 *
 * <p>Its value is the version's id: a file that somebody copied within the bucket, tags and all,
 * has another id and is not taken for delivered.
 */
record DeliveryMark(SourceTags tags) {

  static final String KEY = "exportctl:delivered";

  boolean isOn(SourceVersion version) {
    return tags.ours(version, KEY).equals(Optional.of(version.versionId()));
  }

  /**
   * Marks exactly this version.
   *
   * @return whether there was room for the mark
   */
  boolean put(SourceVersion version) {
    return tags.put(version, KEY, version.versionId());
  }
}
