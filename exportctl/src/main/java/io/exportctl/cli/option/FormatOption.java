package io.exportctl.cli.option;

import io.exportctl.report.Format;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of commands that print for a person or for a program. */
public final class FormatOption {

  /** Reads one of the two. */
  private static final class TextOrJson extends WordConverter<Format> {

    TextOrJson() {
      super("a format of this command", List.of(Format.TEXT, Format.JSON));
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = TextOrJson.class,
      completionCandidates = TextOrJson.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.TEXT;

  public boolean isJson() {
    return format == Format.JSON;
  }
}
