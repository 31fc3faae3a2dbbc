package io.exportctl.landing.format;

/**
 * A file of lines of JSON.
 *
 * @param key below the dataset's prefix
 * @param jsonBytes before compression
 * @param bytes as stored
 * @param sha256 of the stored bytes, in lower-case hexadecimal digits
 */
public record Part(String key, long rows, long jsonBytes, long bytes, String sha256) {}
