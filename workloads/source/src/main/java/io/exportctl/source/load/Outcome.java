package io.exportctl.source.load;

import io.exportctl.source.fault.StoreException;
import java.util.Optional;

/**
 * Outcome of the load of a file.
 *
 * @param file its name
 * @param failure missing for a load that succeeded
 */
public record Outcome(
    String file, long version, long rows, long rejected, Optional<StoreException> failure) {

  static Outcome loaded(String file, long version, LoadContext.Counts counts, long rejected) {
    return new Outcome(file, version, counts.rows(), rejected, Optional.empty());
  }

  static Outcome failed(String file, StoreException failure) {
    return new Outcome(file, 0, 0, 0, Optional.of(failure));
  }
}
