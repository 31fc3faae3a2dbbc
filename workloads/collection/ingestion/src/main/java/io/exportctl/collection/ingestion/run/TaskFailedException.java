package io.exportctl.collection.ingestion.run;

/** A checked failure inside an iterator, which only has the cause's message. */
final class TaskFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TaskFailedException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
