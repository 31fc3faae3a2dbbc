package io.exportctl.collection.record;

/** A line that makes no row. */
public record Rejected(Reason reason) implements Outcome {}
