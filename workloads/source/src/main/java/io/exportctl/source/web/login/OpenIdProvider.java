package io.exportctl.source.web.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Origin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** OpenID Connect: code flow with PKCE, and an ID token whose signature and claims are checked. */
public final class OpenIdProvider implements IdentityProvider {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final ProviderClient client;
  private final URI issuer;
  private Optional<OIDCProviderMetadata> metadata = Optional.empty();

  public OpenIdProvider(ProviderClient client, URI issuer) {
    this.client = client;
    this.issuer = issuer;
  }

  @Override
  public String origin() {
    return Origin.of(issuer);
  }

  /** The provider's addresses, which are asked for once. */
  private synchronized OIDCProviderMetadata metadata() throws LoginRefused {
    if (metadata.isEmpty()) {
      try {
        metadata =
            Optional.of(
                OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLIS, READ_MILLIS));
      } catch (IOException | GeneralException e) {
        throw new LoginRefused("the identity provider cannot be reached", e);
      }
    }
    return metadata.get();
  }

  @Override
  public URI begin(Attempt attempt) throws LoginRefused {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile", "email"),
            client.clientId(),
            client.redirect())
        .endpointURI(metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Person finish(Attempt attempt, String code) throws LoginRefused {
    OIDCTokens tokens = tokens(attempt, code);
    IDTokenClaimsSet identity = check(tokens.getIDToken(), attempt);
    Map<String, Object> claims = new HashMap<>(identity.toJSONObject());
    String subject = identity.getSubject().getValue();
    URI profile = metadata().getUserInfoEndpointURI();
    boolean isWhole = claims.containsKey("email") && claims.containsKey(client.groupsClaim());
    if (profile != null && !isWhole) {
      Map<String, Object> more = client.claims(profile, tokens.getAccessToken());
      if (!subject.equals(more.get("sub"))) {
        throw new LoginRefused("the identity provider told about another person");
      }
      claims.putAll(more);
    }
    return client.person(subject, claims);
  }

  private OIDCTokens tokens(Attempt attempt, String code) throws LoginRefused {
    try {
      OIDCTokenResponse response =
          OIDCTokenResponse.parse(client.exchange(metadata().getTokenEndpointURI(), attempt, code));
      return response.getOIDCTokens();
    } catch (ParseException e) {
      throw new LoginRefused("the identity provider refused the code", e);
    }
  }

  private IDTokenClaimsSet check(JWT token, Attempt attempt) throws LoginRefused {
    if (token == null
        || !(token.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm)
        || !ALGORITHMS.contains(algorithm)) {
      throw new LoginRefused("the ID token is missing, or not signed by a usual algorithm");
    }
    try {
      return new IDTokenValidator(
              new Issuer(issuer),
              client.clientId(),
              algorithm,
              metadata().getJWKSetURI().toURL(),
              new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
          .validate(token, new Nonce(attempt.nonce()));
    } catch (BadJOSEException | JOSEException e) {
      // The words before the colon; a value of the token may follow.
      String reason = String.valueOf(e.getMessage()).replaceFirst("(?s):.*", "");
      throw new LoginRefused("the ID token is refused: " + reason, e);
    } catch (MalformedURLException e) {
      throw new LoginRefused("the identity provider names no keys", e);
    }
  }
}
