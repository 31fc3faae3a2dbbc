package io.exportctl.site;

import io.exportctl.git.Revision;
import java.util.List;

/**
 * A commit to a dataset's file, in words.
 *
 * @param commit first twelve digits of the commit
 */
public record PastChange(String day, String author, String commit, List<String> words) {

  private static final int DIGITS = 12;

  static PastChange of(Revision revision) {
    return new PastChange(
        revision.day(),
        revision.author(),
        revision.commit().substring(0, DIGITS),
        ChangeWords.of(revision));
  }
}
