package io.exportctl.lambda;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The tag by which a version that stays in the export bucket is known to be delivered.
 *
 * <p>Its value is the version's id: a file that somebody copied within the bucket, tags and all,
 * has another id and is not taken for delivered.
 */
record DeliveryMark(SourceTags tags) {

  static final String KEY = "exportctl:delivered";

  /** What the current version of a file shows. */
  enum Sight {
    /** There is no such file any more. */
    ABSENT,
    DELIVERED,
    UNMARKED,
    /** Unmarked, and it has ten tags of its own: no mark could be put on it. */
    NO_ROOM
  }

  boolean isOn(SourceVersion version) {
    return tags.ours(version, KEY).equals(Optional.of(version.versionId()));
  }

  /** Looks at the version that is current, whichever that is. */
  Sight onCurrent(String key) {
    Optional<SourceTags.Current> found = tags.current(key);
    if (found.isEmpty()) {
      return Sight.ABSENT;
    }
    List<Tag> tagsThere = found.get().tags();
    if (tagsThere.contains(Tag.builder().key(KEY).value(found.get().versionId()).build())) {
      return Sight.DELIVERED;
    }
    return SourceTags.haveRoom(tagsThere) ? Sight.UNMARKED : Sight.NO_ROOM;
  }

  /**
   * Marks exactly this version; the mark of its upload goes, as that has come to its end.
   *
   * @return whether there was room for the mark
   */
  boolean put(SourceVersion version) {
    return tags.put(version, KEY, version.versionId(), Optional.empty());
  }
}
