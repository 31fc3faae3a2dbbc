package io.exportctl.source.web.login;

/**
 * A sign-in that waits for the identity provider's answer.
 *
 * @param state that the provider sends back
 * @param nonce that the provider's token holds
 * @param verifier of PKCE, 43 characters
 * @param next path of this server to go to afterwards
 */
public record Attempt(String state, String nonce, String verifier, String next) {

  /** Leaves out all, which is secret. */
  @Override
  public String toString() {
    return "sign-in";
  }
}
