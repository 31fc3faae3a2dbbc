package io.exportctl.s3;

/** A process that ends there and then: nothing of ours may catch it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;
}
