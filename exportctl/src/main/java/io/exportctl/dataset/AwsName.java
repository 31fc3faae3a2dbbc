package io.exportctl.dataset;

/**
 * A name in AWS that follows from a dataset's name.
 *
 * @param what the thing that is named, for a person
 * @param longest characters that AWS allows
 */
public record AwsName(String what, String value, int longest) {

  public boolean isTooLong() {
    return value.length() > longest;
  }

  public int excess() {
    return value.length() - longest;
  }
}
