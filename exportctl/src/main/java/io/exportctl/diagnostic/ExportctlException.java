package io.exportctl.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * A failure after which the tool cannot continue: one sentence for a person, with the path and the
 * remedy. A fault in a dataset is a {@link Diagnostic} instead.
 */
public class ExportctlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExportctlException(String message) {
    super(message);
  }

  public ExportctlException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns a failure to read or write.
   *
   * @param attempt the attempt with its path, to which the system's reason is added
   */
  public static ExportctlException of(String attempt, IOException cause) {
    return new ExportctlException(attempt + ": " + reason(cause), cause);
  }

  /** Returns the system's reason in words; many exceptions of java.nio carry only the path. */
  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
