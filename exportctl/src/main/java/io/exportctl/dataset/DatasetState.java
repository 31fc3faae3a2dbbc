package io.exportctl.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Stage in the life of a dataset; docs/lifecycle.md describes each. */
public enum DatasetState {
  /** Checked, with placeholders allowed, and not deployed. */
  DRAFT("it is checked, and not deployed"),
  /** In use. */
  ACTIVE("its people and its other side get in, and data move"),
  /** Deployed, with its data and its bucket; closed to everybody. */
  SUSPENDED("nobody gets in or out and nothing is moved; data and bucket stay"),
  /** Closed like a suspended one; its file may be deleted. */
  RETIRED("nobody gets in or out and nothing is moved; its file may be deleted");

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String meaning;

  DatasetState(String meaning) {
    this.meaning = meaning;
  }

  /** Finds the state with this word; empty for any other text. */
  public static Optional<DatasetState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.id.equals(word)).findFirst();
  }

  /** Returns the word in YAML and in commands. */
  public String id() {
    return id;
  }

  /** Returns a clause that says what the state means for people and data. */
  public String meaning() {
    return meaning;
  }

  /** Returns true if Terraform has resources of the dataset. */
  public boolean isDeployed() {
    return this != DRAFT;
  }

  /** Returns true if the dataset is deployed and closed to everybody. */
  public boolean isClosed() {
    return this == SUSPENDED || this == RETIRED;
  }

  @Override
  public String toString() {
    return id;
  }
}
