package io.exportctl.render;

/**
 * File that is written for Terraform.
 *
 * @param path path inside the folder, with forward slashes
 * @param content the whole text, with {@code \n} line breaks
 */
public record RenderedFile(String path, String content) {

  /** Words in the first line of every rendered file. */
  static final String WORDS = "Rendered by exportctl from ";

  /** Beginning of a rendered file's first line; a file without it is never removed. */
  static final String HEADER = "# " + WORDS;

  /**
   * Puts the header above a body.
   *
   * @param source file or folder that it was rendered from
   */
  static String text(String source, String body) {
    String header = HEADER + HclFormat.INSTANCE.escapePlainText(source) + ". Do not edit.\n\n";
    return header.concat(body);
  }

  /** Returns true if the file was rendered rather than written by hand. */
  public boolean isRendered() {
    return isRendered(content);
  }

  static boolean isRendered(String content) {
    return content.startsWith(HEADER);
  }
}
