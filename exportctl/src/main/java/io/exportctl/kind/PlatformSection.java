package io.exportctl.kind;

import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Meaning;
import java.util.Optional;

/**
 * A kind's own object in platform.yaml: optional, under the kind's name, described by {@code
 * schema/platform/<kind>.schema.json}.
 */
@FunctionalInterface
public interface PlatformSection {

  /** Reads the keys of a valid section into the kind's own record. */
  Record read(Fields valid);

  /** Returns the section's meaning; empty if each of its keys speaks for itself. */
  default Optional<Meaning> meaning(Fields valid) {
    return Optional.empty();
  }
}
