package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import java.util.function.Consumer;

/** A rule across all dataset files. */
public interface WorkspaceRule {

  /** Returns the ids under which this rule reports findings. */
  List<RuleId> ids();

  /**
   * Checks all files.
   *
   * @param found receives each finding
   */
  void check(CheckedWorkspace workspace, Consumer<Diagnostic> found);
}
