package io.exportctl.render;

/**
 * A file that is written for Terraform.
 *
 * @param path inside the folder, with forward slashes
 * @param content the whole text, with {@code \n} line breaks
 */
public record RenderedFile(String path, String content) {

  /** What the first line of a rendered file begins with; nothing without it is ever removed. */
  static final String HEADER = "# Rendered by exportctl from ";

  /**
   * A body below our header.
   *
   * @param source what it was rendered from
   */
  static String text(String source, String body) {
    String header = HEADER + HclFormat.INSTANCE.escapePlainText(source) + ". Do not edit.\n\n";
    return header.concat(body);
  }

  /** Whether it was rendered, not written by hand. */
  public boolean isRendered() {
    return isRendered(content);
  }

  static boolean isRendered(String content) {
    return content.startsWith(HEADER);
  }
}
