package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;

/** Thrown for a file that neither the workspace nor the jar contains. */
public final class NotBundledException extends ExportctlException {

  private static final long serialVersionUID = 1L;

  NotBundledException(String path) {
    super("exportctl does not bring a file " + path);
  }
}
