package io.exportctl.dataset;

import java.util.List;
import java.util.Optional;

/**
 * What the other side of a dataset does, so that it works.
 *
 * @param asks what it has to allow; nothing where all roles are of our own account
 * @param trials in the order in which they are run
 */
public record Handshake(
    List<Requirement> asks, Optional<AbandonedUploads> uploads, List<TestCommand> trials) {

  public Handshake {
    asks = List.copyOf(asks);
    trials = List.copyOf(trials);
  }
}
