package io.exportctl.dataset;

import java.util.Optional;

/** A dataset whose resources in AWS can be asked for their state, and told to try again. */
public interface Operated extends Dataset {

  /** Returns the dataset's resources in AWS. */
  Operation operation(Platform platform);

  /** Returns the search for the dataset's files that are left behind; empty if it moves none. */
  default Optional<Backlog> backlog(Platform platform) {
    return Optional.empty();
  }
}
