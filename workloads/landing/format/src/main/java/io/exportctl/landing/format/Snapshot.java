package io.exportctl.landing.format;

/**
 * The moment at which all tables were read.
 *
 * @param takenAt time of the server, ISO 8601 in UTC
 * @param lsn position in the write-ahead log
 * @param serverVersion such as {@code 15.15}
 * @param inRecovery true on a standby
 */
public record Snapshot(String takenAt, String lsn, String serverVersion, boolean inRecovery) {}
