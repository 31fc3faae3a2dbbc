package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** One thing that can be wrong in a workspace. It looks at all files, and reports every case. */
interface Rule {

  Stream<Diagnostic> check(Checked workspace);
}
