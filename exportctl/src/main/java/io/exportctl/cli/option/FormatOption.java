package io.exportctl.cli.option;

import io.exportctl.report.Format;
import java.util.List;
import picocli.CommandLine.Option;

/** Option for output as text or as JSON. */
public final class FormatOption {

  /** Converts {@code text} or {@code json}. */
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
