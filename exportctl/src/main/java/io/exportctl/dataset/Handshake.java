package io.exportctl.dataset;

import java.util.List;
import java.util.Optional;

/**
 * The steps by which the other side makes a dataset work.
 *
 * @param asks permissions to grant; empty if all roles belong to our own account
 * @param trials test commands in the order in which to run them
 */
public record Handshake(
    List<Requirement> asks, Optional<AbandonedUploads> uploads, List<TestCommand> trials) {

  public Handshake {
    asks = List.copyOf(asks);
    trials = List.copyOf(trials);
  }
}
