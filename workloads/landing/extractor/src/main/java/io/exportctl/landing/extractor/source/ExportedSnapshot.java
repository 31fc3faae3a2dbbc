package io.exportctl.landing.extractor.source;

import io.exportctl.landing.format.Snapshot;

/**
 * A snapshot that other sessions of the server can read.
 *
 * @param id for SET TRANSACTION SNAPSHOT
 */
public record ExportedSnapshot(String id, Snapshot snapshot) {}
