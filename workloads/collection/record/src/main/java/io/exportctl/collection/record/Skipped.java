package io.exportctl.collection.record;

/** A line of white space alone, which is counted and otherwise ignored. */
public record Skipped() implements Outcome {}
