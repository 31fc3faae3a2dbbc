package io.exportctl.source.hawk;

/** A request that is refused; the reason is for logs and holds nothing of the request. */
public final class HawkRefusal extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String challenge;

  private HawkRefusal(int status, String challenge, String reason) {
    super(reason);
    this.status = status;
    this.challenge = challenge;
  }

  static HawkRefusal malformed(String reason) {
    return new HawkRefusal(400, "", reason);
  }

  static HawkRefusal unauthorized(String challenge, String reason) {
    return new HawkRefusal(401, challenge, reason);
  }

  /** Status of HTTP: 400 for a header that is malformed, or 401. */
  public int status() {
    return status;
  }

  /** Value of {@code WWW-Authenticate}; empty for 400. */
  public String challenge() {
    return challenge;
  }
}
