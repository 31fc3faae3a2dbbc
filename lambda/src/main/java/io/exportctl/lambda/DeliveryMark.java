package io.exportctl.lambda;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Tag on a version in the export bucket that was delivered and is kept.
 *
 * <p>Its value is the version's id: a file that was copied within the bucket together with its tags
 * has another id, and does not count as delivered.
 */
record DeliveryMark(SourceTags tags) {

  static final String KEY = "exportctl:delivered";

  /** State of a file's current version, as its tags show it. */
  enum VisibleState {
    /** The file is gone. */
    ABSENT,
    DELIVERED,
    UNMARKED,
    /** Not marked, and without room for a mark beside its ten tags. */
    NO_ROOM
  }

  boolean isOn(SourceVersion version) {
    return tags.ours(version, KEY).equals(Optional.of(version.versionId()));
  }

  /** Reads the state of the current version. */
  VisibleState onCurrent(String key) {
    Optional<SourceTags.Current> found = tags.current(key);
    if (found.isEmpty()) {
      return VisibleState.ABSENT;
    }
    List<Tag> tagsThere = found.get().tags();
    if (tagsThere.contains(Tag.builder().key(KEY).value(found.get().versionId()).build())) {
      return VisibleState.DELIVERED;
    }
    return SourceTags.haveRoom(tagsThere) ? VisibleState.UNMARKED : VisibleState.NO_ROOM;
  }

  /**
   * Marks exactly this version as delivered, and removes the mark of its upload.
   *
   * @return false if there is no room for the mark
   */
  boolean put(SourceVersion version) {
    return tags.put(version, KEY, version.versionId(), Optional.empty());
  }
}
