package io.exportctl.review;

import io.exportctl.dataset.Effect;

/**
 * A change in words.
 *
 * @param source the file or folder in the workspace that changed, or the module of a plan
 * @param sentence a sentence for a reviewer, without a full stop; it may hold text from users'
 *     files, which printers escape
 */
public record Change(Effect effect, Source from, String source, String sentence) {

  /** Source that a change was read from. */
  public enum Source {
    DATASETS,
    PLAN;

    /** Returns the word in JSON. */
    @Override
    public String toString() {
      return this == DATASETS ? "datasets" : "plan";
    }
  }

  /** Returns a change that was read from the files of a workspace. */
  static Change of(Effect effect, String file, String sentence) {
    return new Change(effect, Source.DATASETS, file, sentence);
  }

  /** Returns a change that a plan makes. */
  public static Change planned(Effect effect, String module, String sentence) {
    return new Change(effect, Source.PLAN, module, sentence);
  }
}
