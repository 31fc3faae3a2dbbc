package io.exportctl.yaml;

/** Ends the reading of a file that is outside the grammar of {@link DatasetYamlReader}. */
final class NotSimpleYaml extends Exception {

  private static final long serialVersionUID = 1L;

  /** Creates the exception without a stack trace, as it is never shown. */
  NotSimpleYaml() {
    super(null, null, false, false);
  }
}
