package io.exportctl.dataset;

/** A dataset that works only once the other side has allowed it. */
public interface HandedOver extends Dataset {

  /** Returns the bucket in which the other side finds the files. */
  String handoverBucket(Platform platform);

  /** Returns the steps that the other side has to take. */
  Handshake handshake(Platform platform);
}
