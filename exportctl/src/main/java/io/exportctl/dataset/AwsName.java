package io.exportctl.dataset;

/**
 * A name in AWS that is derived from a dataset's name.
 *
 * @param resource noun for the named resource
 * @param longest maximum length in characters
 */
public record AwsName(String resource, String value, int longest) {

  public boolean isTooLong() {
    return value.length() > longest;
  }

  /** Returns the number of characters beyond the limit. */
  public int excess() {
    return value.length() - longest;
  }
}
