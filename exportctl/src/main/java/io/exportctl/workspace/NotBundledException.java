package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;

/** A file that neither the workspace nor the tool has. */
public final class NotBundledException extends ExportctlException {

  private static final long serialVersionUID = 1L;

  NotBundledException(String path) {
    super("exportctl brings no " + path);
  }
}
