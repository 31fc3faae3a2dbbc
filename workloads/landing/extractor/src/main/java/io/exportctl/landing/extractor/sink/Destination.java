package io.exportctl.landing.extractor.sink;

import java.io.IOException;

/** A place for the objects of an extraction. */
public interface Destination {

  /**
   * Checks that objects may be written, without leaving one.
   *
   * @throws io.exportctl.landing.extractor.fault.ExtractionException if not
   */
  void check(String key) throws IOException;

  Upload begin(String key) throws IOException;

  /** Writes a small object; never replaces another. */
  void put(String key, byte[] content) throws IOException;
}
