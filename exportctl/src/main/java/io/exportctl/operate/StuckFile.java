package io.exportctl.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * A file, or another unit of work, that is left behind.
 *
 * @param file bucket and key with a slash between, or the message of a dead letter
 * @param since empty if it is not known
 * @param reason empty if it is not known
 * @param isDeadLetter true if nobody but the sweep tries it again
 */
public record StuckFile(
    String file, Optional<Instant> since, Optional<String> reason, boolean isDeadLetter) {}
