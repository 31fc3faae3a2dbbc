package io.exportctl.kind;

/** The name of a container image. */
public final class ImageName {

  private ImageName() {}

  /** Returns an image without its tag and digest. */
  public static String repository(String image) {
    String untagged = image.replaceFirst("@.*", "");
    int slash = untagged.lastIndexOf('/');
    int colon = untagged.indexOf(':', slash + 1);
    return colon < 0 ? untagged : untagged.substring(0, colon);
  }
}
