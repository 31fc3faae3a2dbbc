package io.exportctl.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The form of a kind's datasets in the system that exportctl replaces: <a
 * href="https://github.com/moj-analytical-services/data-engineering-exports">data-engineering-exports</a>.
 * {@code migrate} reads their files, {@code render --adopt} imports what was deployed.
 *
 * @param folder folder in the repository of that system
 * @param renamed a key that was renamed since
 * @param unused keys without effect on datasets of this kind
 * @param switches keys with the values true and false
 * @param isSameInAws true if a dataset's new name leaves all names in AWS as they are
 * @param namedAfterIt resources that are named after a dataset, for a person
 */
public record Adoption(
    String folder,
    Optional<RenamedKey> renamed,
    List<String> unused,
    List<String> switches,
    BiPredicate<String, String> isSameInAws,
    String namedAfterIt) {

  public Adoption {
    unused = List.copyOf(unused);
    switches = List.copyOf(switches);
  }

  /** A key that had another name in the older system. */
  public record RenamedKey(String old, String now) {}
}
