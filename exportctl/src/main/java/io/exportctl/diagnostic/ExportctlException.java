package io.exportctl.diagnostic;

import java.io.IOException;

/**
 * Something that the tool cannot go on from: one sentence for a person, with the path and the
 * remedy. A fault in a dataset is no exception but a {@link Diagnostic}.
 */
public class ExportctlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExportctlException(String message) {
    super(message);
  }

  public ExportctlException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Reading or writing failed: says what was tried on which path, and the system's reason. */
  public static ExportctlException of(String attempt, IOException cause) {
    return new ExportctlException(attempt + ": " + reason(cause), cause);
  }

  /** The system's reason in words; many exceptions of java.nio carry only the path. */
  private static String reason(IOException cause) {
    if (cause instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof java.nio.file.NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof java.nio.file.NotDirectoryException) {
      return "not a folder";
    }
    if (cause instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
