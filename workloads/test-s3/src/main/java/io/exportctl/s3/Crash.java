package io.exportctl.s3;

/** Simulates the end of a process; code under test must not catch it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;
}
