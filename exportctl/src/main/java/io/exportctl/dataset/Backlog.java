package io.exportctl.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Search for the files of a dataset that are left behind. */
public interface Backlog {

  /** Returns what is left behind, oldest first. */
  List<Stuck> find(StoredFiles files, Instant now);

  /**
   * A file, or another unit of work, that is left behind.
   *
   * @param file bucket and key, with a slash between
   * @param since the time at which it was written
   * @param reason empty if the file itself does not tell
   */
  record Stuck(String file, Instant since, Optional<String> reason) {}

  /** Reads files in buckets of the platform. */
  interface StoredFiles {

    /** Returns the files whose keys begin with a prefix, in the order of their keys. */
    List<StoredFile> list(String bucket, String prefix);

    /** Returns the text of a file that has at most 1 MiB; empty if it is missing or larger. */
    Optional<String> text(String bucket, String key);

    /** Returns true if a file has a tag. */
    boolean hasTag(String bucket, String key, String tag);
  }

  /** A file in a bucket. */
  record StoredFile(String key, Instant written) {}
}
