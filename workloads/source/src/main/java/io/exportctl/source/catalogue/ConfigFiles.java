package io.exportctl.source.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Place of the files of all sources. */
public interface ConfigFiles {

  /** Names of the YAML and JSON files, sorted. */
  List<String> names() throws IOException;

  /** Reads a file; empty if it was removed meanwhile. */
  Optional<String> read(String name) throws IOException;

  /** True for names of YAML or JSON. */
  static boolean isConfig(String name) {
    return name.matches(".*\\.(yaml|yml|json)");
  }
}
