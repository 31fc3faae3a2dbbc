package io.exportctl.source.web.login;

/** The end of a sign-in that did not succeed; the message is for the log and holds no secret. */
public final class LoginRefused extends Exception {

  private static final long serialVersionUID = 1;

  public LoginRefused(String reason) {
    super(reason);
  }

  public LoginRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
