package io.exportctl.source.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of the identity provider.
 *
 * @param issuer of OpenID Connect; missing for plain OAuth 2
 * @param oauth addresses of plain OAuth 2; missing for OpenID Connect
 * @param groupsClaim name of the claim that holds the groups
 */
record SignInSettings(
    Optional<URI> issuer,
    Optional<OauthAddresses> oauth,
    String clientId,
    String clientSecret,
    String groupsClaim) {

  /** Addresses of a provider that has no discovery. */
  record OauthAddresses(URI authorize, URI token, URI profile) {}

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "sign-in at " + issuer;
  }

  static Optional<SignInSettings> read(Variables variables) {
    Optional<String> issuer = variables.find("STORE_OIDC_ISSUER");
    boolean isOauth =
        Stream.of("STORE_OAUTH_AUTHORIZE", "STORE_OAUTH_TOKEN", "STORE_OAUTH_PROFILE")
            .anyMatch(it -> variables.find(it).isPresent());
    if (issuer.isEmpty() && !isOauth) {
      return Optional.empty();
    }
    if (issuer.isPresent() && isOauth) {
      variables.problem("STORE_OIDC_ISSUER and STORE_OAUTH_AUTHORIZE are set; leave out one");
    }
    String url = variables.find("STORE_PUBLIC_URL").orElse("https:");
    if (!url.startsWith("https:") && !url.matches("http://(localhost|127[.]0[.]0[.]1)(:.*)?")) {
      variables.problem("STORE_PUBLIC_URL is not an https:// address, which a sign-in needs");
    }
    return Optional.of(
        new SignInSettings(
            issuer.map(it -> address(variables, "STORE_OIDC_ISSUER")),
            isOauth ? Optional.of(oauth(variables)) : Optional.empty(),
            variables.text("STORE_OIDC_CLIENT_ID"),
            variables.text("STORE_OIDC_CLIENT_SECRET"),
            variables.find("STORE_OIDC_GROUPS_CLAIM").orElse("groups")));
  }

  private static OauthAddresses oauth(Variables variables) {
    return new OauthAddresses(
        address(variables, "STORE_OAUTH_AUTHORIZE"),
        address(variables, "STORE_OAUTH_TOKEN"),
        address(variables, "STORE_OAUTH_PROFILE"));
  }

  /** An address by https; http is for this machine only, such as of a test. */
  private static URI address(Variables variables, String name) {
    String text = variables.text(name);
    try {
      URI uri = new URI(text);
      boolean isLocal = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLocal))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The problem is the same as with another scheme.
    }
    if (!text.isEmpty()) {
      variables.problem(name + " is not an https:// address");
    }
    return URI.create("https://localhost");
  }
}
