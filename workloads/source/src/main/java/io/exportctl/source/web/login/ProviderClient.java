package io.exportctl.source.web.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.exportctl.source.upload.Person;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This program as a client of an identity provider.
 *
 * @param redirect address to which the provider sends browsers back
 * @param groupsClaim name of the claim that holds the groups
 */
public record ProviderClient(String id, String secret, URI redirect, String groupsClaim) {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "client " + id;
  }

  ClientID clientId() {
    return new ClientID(id);
  }

  /** Exchanges a code for tokens. */
  HTTPResponse exchange(URI endpoint, Attempt attempt, String code) throws LoginRefused {
    TokenRequest request =
        new TokenRequest.Builder(
                endpoint,
                new ClientSecretBasic(clientId(), new Secret(secret)),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code), redirect, new CodeVerifier(attempt.verifier())))
            .build();
    return send(request.toHTTPRequest());
  }

  /** Gets a document of claims with an access token. */
  Map<String, Object> claims(URI endpoint, AccessToken token) throws LoginRefused {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, endpoint);
    request.setAuthorization(token.toAuthorizationHeader());
    request.setAccept("application/json");
    HTTPResponse response = send(request);
    try {
      response.ensureStatusCode(200);
      return response.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw new LoginRefused("the identity provider did not tell who the person is", e);
    }
  }

  private static HTTPResponse send(HTTPRequest request) throws LoginRefused {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw new LoginRefused("the identity provider cannot be reached", e);
    }
  }

  /** Reads a person from claims. An address that the provider did not check does not count. */
  Person person(String subject, Map<String, Object> claims) {
    boolean isChecked = !Boolean.FALSE.equals(claims.get("email_verified"));
    Optional<String> email = text(claims, "email").filter(it -> isChecked);
    Optional<String> wholeName =
        text(claims, "first_name")
            .flatMap(first -> text(claims, "last_name").map(last -> first + " " + last));
    return new Person(
        subject,
        text(claims, "name").or(() -> wholeName).or(() -> email).orElse(subject),
        email,
        groups(claims.get(groupsClaim)));
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(String.class::isInstance)
        .map(Object::toString)
        .filter(it -> !it.isBlank());
  }

  private static List<String> groups(Object claim) {
    return claim instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(Object::toString).toList()
        : List.of();
  }
}
