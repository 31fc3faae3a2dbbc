package io.exportctl.cli.completion;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Candidates that depend on the workspace. An option or parameter names the class as its {@code
 * completionCandidates}; picocli itself iterates over an empty list, since it does not know the
 * folder.
 */
public abstract class WorkspaceCandidates implements Iterable<String> {

  /**
   * Returns the candidates.
   *
   * @param folder current folder
   * @param word word typed so far
   */
  abstract Stream<String> in(Path folder, String word);

  @Override
  public final Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
