package io.exportctl.collection.ingestion.run;

import java.io.Serializable;

/**
 * Counts of one file.
 *
 * @param lines read, blank ones among them
 * @param fault reason why the file counts as unreadable; empty if it does not
 */
public record FileTally(String name, long lines, long rejected, String fault)
    implements Serializable {

  private static final long serialVersionUID = 1;
}
