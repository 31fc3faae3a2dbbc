package io.exportctl.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Datasets of a kind in the system that exportctl replaces: <a
 * href="https://github.com/moj-analytical-services/data-engineering-exports">data-engineering-exports</a>.
 * {@code migrate} reads their files, {@code render --adopt} imports what was deployed.
 *
 * @param folder in its repository
 * @param renamed a key that has another name now
 * @param unused keys that did nothing for datasets of this kind
 * @param switches keys that are true or false
 * @param isSameInAws true if AWS keeps all names when a dataset's old name becomes the new one
 * @param namedAfterIt the things that a change of the name would rename, for a person
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

  /** A key that the older system read under another name. */
  public record RenamedKey(String old, String now) {}
}
