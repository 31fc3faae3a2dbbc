package io.exportctl.dataset;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many characters a user's policy has, of the module {@code users}: it grows with each dataset
 * that names the user.
 */
public final class UserPolicySize {

  private final Platform platform;

  /** How many datasets there are of each kind. */
  private final Map<DatasetKind, Integer> datasets = new EnumMap<>(DatasetKind.class);

  private int characters = PolicySize.DOCUMENT;

  public UserPolicySize(Platform platform) {
    this.platform = platform;
  }

  /**
   * What a dataset adds, for each user that it names.
   *
   * @param characters of its entries in the lists that its kind has
   */
  public record Grant(DatasetKind kind, int characters) {

    public static Grant of(DatasetId dataset, Platform platform) {
      return new Grant(dataset.kind(), dataset.kind().grantSize(dataset.name(), platform));
    }
  }

  /** Counts a dataset that names the user. */
  public void add(Grant grant) {
    int before = datasets.merge(grant.kind(), 1, Integer::sum) - 1;
    characters += before == 0 ? grant.kind().grantsOverhead(platform) : 0;
    characters += grant.characters();
    characters += PolicySize.brackets(before) - PolicySize.brackets(before + 1);
  }

  /** How many datasets there are so far. */
  public int datasets() {
    return datasets.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int characters() {
    return characters;
  }
}
