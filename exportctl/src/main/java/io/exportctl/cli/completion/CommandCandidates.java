package io.exportctl.cli.completion;

import java.util.Collections;
import java.util.Iterator;

/** Names of the tool's commands. */
public final class CommandCandidates implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
