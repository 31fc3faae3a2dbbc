package io.exportctl.kind;

import io.exportctl.dataset.Fields;

/**
 * A kind's own object in platform.yaml: optional, under the kind's name, described by {@code
 * schema/platform/<kind>.schema.json}.
 */
@FunctionalInterface
public interface PlatformSection {

  /** Reads the keys of a valid section into the kind's own record. */
  Record read(Fields valid);
}
