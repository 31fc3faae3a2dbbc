package io.exportctl.render;

/**
 * File that is written for Terraform, or for a program that Terraform deploys.
 *
 * @param path path inside the folder, with forward slashes
 * @param content the whole text, with {@code \n} line breaks
 */
public record RenderedFile(String path, String content) {

  /** Words in the first line of every rendered file. */
  static final String WORDS = "Rendered by exportctl from ";

  /** Beginning of a rendered file's first line; a file without it is never removed. */
  static final String HEADER = "# " + WORDS;

  /** Beginning of a rendered JSON file, which has no comments. */
  static final String JSON_HEADER = "{\n  \"//\": \"" + WORDS;

  /**
   * Puts the header above a body.
   *
   * @param source file or folder that it was rendered from
   */
  static String text(String source, String body) {
    String header = HEADER + HclFormat.INSTANCE.escapePlainText(source) + ". Do not edit.\n\n";
    return header.concat(body);
  }

  /**
   * Puts the header into a JSON object, as its first key.
   *
   * @param source file or folder that it was rendered from
   * @param object text that begins with the opening brace, on a line of its own
   */
  static String json(String source, String object) {
    String header = JSON_HEADER + JsonFormat.INSTANCE.escapePlainText(source) + ". Do not edit.\",";
    return header + object.substring(1);
  }

  /** Returns true if the file was rendered rather than written by hand. */
  public boolean isRendered() {
    return isRendered(content);
  }

  static boolean isRendered(String content) {
    return FileFamily.TERRAFORM.isRendered(content);
  }
}
