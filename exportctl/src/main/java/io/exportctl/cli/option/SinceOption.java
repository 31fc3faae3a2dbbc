package io.exportctl.cli.option;

import picocli.CommandLine.Option;

/** Option for the commit that a command compares the workspace with. */
public final class SinceOption {

  @Option(
      names = "--since",
      paramLabel = "REF",
      required = true,
      description =
          "The commit that the work here parted from, such as origin/main; by git's account of"
              + " what is committed, staged, changed or new.")
  private String since;

  /** Returns the name of the commit as the user gave it. */
  public String ref() {
    return since;
  }
}
