package io.exportctl.collection.record;

/** Result of one line. */
public sealed interface Outcome permits Rejected, Row, Skipped {}
