package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** One thing that can be wrong across files. It looks at all of them, and reports every case. */
interface WorkspaceRule {

  Stream<Diagnostic> check(Checked workspace);
}
