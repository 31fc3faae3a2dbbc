package io.exportctl.source.web.login;

import java.util.regex.Pattern;

/** Paths to which a sign-in may lead: those of this server's pages. */
final class NextPath {

  private static final Pattern OURS = Pattern.compile("/upload/(?:[a-z0-9_-]+/)*");

  private NextPath() {}

  static boolean isOurs(String path) {
    return OURS.matcher(path).matches();
  }
}
