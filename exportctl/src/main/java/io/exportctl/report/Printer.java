package io.exportctl.report;

/** Prints a report in one format. */
public interface Printer {

  void print(Report report);
}
