package io.exportctl.kind;

import io.exportctl.dataset.Platform;

/**
 * Size of the statements that give users access to datasets of a kind, as {@code
 * templates/<kind>/access.tf.ftl} renders them, in characters without white space. All datasets of
 * a kind share their statements, since a role's inline policies share 10,240 characters.
 */
public interface UserAccess {

  /** Returns the characters that the first dataset of this kind adds beyond its own size. */
  int overhead(Platform platform);

  /** Returns the characters that each dataset adds. */
  int size(String dataset, Platform platform);
}
