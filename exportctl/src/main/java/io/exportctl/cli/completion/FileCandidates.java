package io.exportctl.cli.completion;

import java.util.Collections;
import java.util.Iterator;

/** Files of the workspace, by path or by name; the shell adds other files itself. */
public final class FileCandidates implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
