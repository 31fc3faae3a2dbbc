package io.exportctl.git;

import java.util.Optional;

/**
 * A commit that changed a file.
 *
 * @param commit full id of the commit
 * @param day day on which its author wrote it, such as 2027-01-15, in the author's time zone
 * @param author name of its author
 * @param before content before the commit; empty if it added the file
 * @param after content after the commit; empty if it removed the file
 */
@SuppressWarnings("ArrayRecordComponent")
public record Revision(
    String commit, String day, String author, Optional<byte[]> before, Optional<byte[]> after) {}
