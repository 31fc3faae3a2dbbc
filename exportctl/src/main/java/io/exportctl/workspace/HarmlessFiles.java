package io.exportctl.workspace;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files that git, operating systems and editors leave in folders. */
final class HarmlessFiles {

  /** Files that git and operating systems leave in folders. */
  private static final Set<String> HARMLESS = Set.of(".gitkeep", ".gitignore", ".DS_Store");

  /** Files that Windows leaves in folders, in lower case. */
  private static final Set<String> OF_WINDOWS = Set.of("thumbs.db", "desktop.ini");

  /** Files that editors keep beside an open file: Vim's swap files, Emacs's locks. */
  private static final Pattern OPEN = Pattern.compile("\\..*\\.sw[a-p]|\\.#.*");

  private HarmlessFiles() {}

  static boolean hasName(String name) {
    return name.startsWith(".")
        ? HARMLESS.contains(name) || OPEN.matcher(name).matches() || Leftovers.isOne(name)
        : OF_WINDOWS.contains(name.toLowerCase(Locale.ROOT));
  }
}
