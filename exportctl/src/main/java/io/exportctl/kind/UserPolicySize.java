package io.exportctl.kind;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Size of a user's policy in the module {@code users}, in characters without white space. It grows
 * with each dataset that names the user.
 */
public final class UserPolicySize {

  private final Platform platform;

  /** Number of datasets of each kind. */
  private final Map<DatasetKind, Integer> datasets = new EnumMap<>(DatasetKind.class);

  private int characters = PolicyDocument.EMPTY;

  public UserPolicySize(Platform platform) {
    this.platform = platform;
  }

  /**
   * Share that a dataset has in the policy of each user that it names.
   *
   * @param access sizes of the statements for the dataset's kind
   * @param characters size of the dataset's entries in the lists of its kind
   */
  public record Share(DatasetKind kind, UserAccess access, int characters) {

    /**
     * Returns the share of a dataset, or of its part with this name; empty if its kind gives no
     * access to users, or platform.yaml lacks its section.
     */
    public static Optional<Share> of(DatasetKind id, String name, Platform platform) {
      Kind kind = Kinds.of(id);
      return kind.userAccess()
          .filter(access -> Kinds.isSetUp(kind, platform))
          .map(access -> new Share(id, access, access.size(name, platform)));
    }
  }

  /** Adds a dataset that names the user. */
  public void add(Share share) {
    int before = datasets.merge(share.kind(), 1, Integer::sum) - 1;
    characters += before == 0 ? share.access().overhead(platform) : 0;
    characters += share.characters();
    characters += PolicyDocument.brackets(before) - PolicyDocument.brackets(before + 1);
  }

  /** Returns the number of datasets added so far. */
  public int datasets() {
    return datasets.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int characters() {
    return characters;
  }
}
