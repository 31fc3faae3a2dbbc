package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import java.util.function.Consumer;

/** A rule for a single dataset file. */
public interface FileRule {

  /** Returns the ids under which this rule reports findings. */
  List<RuleId> ids();

  /**
   * Checks a file.
   *
   * @param found receives each finding
   */
  void check(FileValues file, RuleContext context, Consumer<Diagnostic> found);
}
