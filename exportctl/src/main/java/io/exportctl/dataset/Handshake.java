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

  /** Returns the accounts whose roles need a policy; empty if a bucket or key needs one. */
  public List<String> accountsOfRoles() {
    return asks.stream()
        .filter(ask -> ask.policy() == Requirement.Policy.ROLES)
        .map(Requirement::of)
        .toList();
  }

  /** Returns the part for the roles of a single account. */
  public Handshake forRolesOf(String account) {
    return new Handshake(
        asks.stream().filter(ask -> ask.of().equals(account)).toList(), uploads, trials);
  }
}
