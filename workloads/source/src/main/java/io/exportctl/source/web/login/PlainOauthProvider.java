package io.exportctl.source.web.login;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Origin;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

/** OAuth 2 without OpenID Connect: a profile address tells who the person is. */
public final class PlainOauthProvider implements IdentityProvider {

  private final ProviderClient client;
  private final URI authorize;
  private final URI token;
  private final URI profile;

  public PlainOauthProvider(ProviderClient client, URI authorize, URI token, URI profile) {
    this.client = client;
    this.authorize = authorize;
    this.token = token;
    this.profile = profile;
  }

  @Override
  public String origin() {
    return Origin.of(authorize);
  }

  @Override
  public URI begin(Attempt attempt) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, client.clientId())
        .endpointURI(authorize)
        .redirectionURI(client.redirect())
        .state(new State(attempt.state()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Person finish(Attempt attempt, String code) throws LoginRefused {
    Map<String, Object> claims;
    try {
      claims =
          client.claims(
              profile,
              AccessTokenResponse.parse(client.exchange(token, attempt, code))
                  .getTokens()
                  .getAccessToken());
    } catch (ParseException e) {
      throw new LoginRefused("the identity provider refused the code", e);
    }
    String subject =
        Stream.of("sub", "user_id", "id", "email")
            .map(claims::get)
            .filter(String.class::isInstance)
            .map(Object::toString)
            .findFirst()
            .orElseThrow(() -> new LoginRefused("the profile names no person"));
    return client.person(subject, claims);
  }
}
