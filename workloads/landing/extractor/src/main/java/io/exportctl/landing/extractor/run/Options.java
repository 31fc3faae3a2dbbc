package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.time.Duration;

/**
 * Options of an extraction.
 *
 * @param hashKey empty if no column is hashed
 * @param partBytes bytes of JSON after which a part ends
 * @param yieldAfter time that somebody may wait for our locks
 * @param retryPause before the second attempt at a chunk; it doubles from then on
 */
public record Options(
    String dataset,
    DatabaseSettings database,
    Selection selection,
    String hashKey,
    Encoding encoding,
    Compression compression,
    int connections,
    long partBytes,
    int maxRowBytes,
    Duration maxTime,
    Duration yieldAfter,
    Duration retryPause) {}
