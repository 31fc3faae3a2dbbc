package io.exportctl.collection.ingestion.run;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Counts of one attempt of a task.
 *
 * @param reasons number of records rejected, by reason
 * @param rows written
 * @param blank lines of white space alone
 * @param mismatches values that do not fit their column
 * @param erased records dropped because their id was erased
 * @param letters dead letters written
 */
record GroupTally(
    int attempt,
    List<FileTally> files,
    Map<String, Long> reasons,
    long rows,
    long blank,
    long mismatches,
    long erased,
    long letters,
    KeyUse keys)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /**
   * Counts of the key service of a JVM since its start.
   *
   * @param executor id of the JVM
   */
  record KeyUse(String executor, long requests, long hits, long retries) implements Serializable {

    private static final long serialVersionUID = 1;
  }
}
