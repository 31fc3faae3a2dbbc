package io.exportctl.source.fetch;

import java.util.Map;

/** Headers of requests that are kept as a secret. */
@FunctionalInterface
public interface RequestHeaders {

  /**
   * Reads the headers.
   *
   * @param secret its name
   * @throws io.exportctl.source.fault.StoreException if they cannot be read
   */
  Map<String, String> of(String secret);
}
