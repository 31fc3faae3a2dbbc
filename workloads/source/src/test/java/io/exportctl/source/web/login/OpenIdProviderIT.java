package io.exportctl.source.web.login;

import static io.exportctl.source.support.TestSite.cookie;
import static io.exportctl.source.support.TestSite.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.support.NodePrograms;
import io.exportctl.source.support.TestSite;
import io.exportctl.source.support.TestStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in at a certified provider, npm's {@code oidc-provider}. */
class OpenIdProviderIT {

  private static final String SECRET = "made-up-secret-of-the-client";

  @TempDir static Path folder;
  private static TestStore store;
  private static TestSite site;
  private static Process node;
  private static String issuer;

  @BeforeAll
  static void start() throws Exception {
    NodePrograms.install();
    node = NodePrograms.start("provider.mjs", TestSite.PUBLIC + "/login/authorised");
    BufferedReader lines = new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8));
    issuer = lines.readLine();
    store = TestStore.create(folder);
    site = TestSite.start(store, folder, new OpenIdProvider(client(), URI.create(issuer)));
    site.add("measures");
  }

  private static ProviderClient client() {
    return new ProviderClient(
        "store", SECRET, URI.create(TestSite.PUBLIC + "/login/authorised"), "groups");
  }

  @AfterAll
  static void stop() throws Exception {
    if (site != null) {
      site.close();
      store.close();
    }
    if (node != null) {
      node.destroy();
      node.waitFor();
    }
  }

  @AfterEach
  void makeHonest() throws Exception {
    setFault("none");
  }

  private static void setFault(String kind) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/fault?kind=" + kind))
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(reply.body()).isEqualTo("ok");
  }

  /** A way back to this server, as the provider sent it. */
  private record WayBack(String path, String cookie) {

    HttpResponse<String> go() throws Exception {
      return site.send(site.request(path).header("Cookie", cookie).build());
    }
  }

  /** Signs in at the provider: the pages for the password and the consent are its own. */
  private static WayBack signIn(String login) throws Exception {
    HttpResponse<String> begun = site.send(site.request("/login?next=/upload/measures/").build());
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI place = URI.create(location(begun));
    String[] forms = {"prompt=login&login=" + login + "&password=x", "prompt=consent"};
    int next = 0;
    while (!place.toString().startsWith(TestSite.PUBLIC)) {
      HttpRequest.Builder request = HttpRequest.newBuilder(place);
      if (place.getPath().startsWith("/interaction/")) {
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(forms[next++]));
      }
      HttpResponse<String> reply = browser.send(request.build(), BodyHandlers.ofString());
      assertThat(reply.headers().firstValue("Location")).as(reply.body()).isPresent();
      place = place.resolve(location(reply));
    }
    return new WayBack(place.getPath() + "?" + place.getRawQuery(), cookie(begun, "__Host-login"));
  }

  @Test
  void signsIn() throws Exception {
    HttpResponse<String> done = signIn("ada").go();
    assertThat(location(done)).isEqualTo("/upload/measures/");
  }

  @Test
  void takesTheNameAndCheckedAddressOfThePerson() throws Exception {
    HttpResponse<String> ada = signIn("ada").go();
    HttpResponse<String> eve = signIn("eve").go();

    assertThat(page(ada)).contains("Ada Example");
    assertThat(page(eve)).contains("Eve Example");
    assertThat(
            store
                .database()
                .query(
                    "select distinct subject || ' ' || coalesce(email, 'none')"
                        + " from operations.session order by 1"))
        .containsExactly("ada ada@example.org", "eve none");
  }

  private static String page(HttpResponse<String> signedIn) throws Exception {
    String session = cookie(signedIn, "__Host-session");
    return site.send(site.request("/upload/").header("Cookie", session).build()).body();
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, Unexpected JWT nonce",
    "issuer, Unexpected JWT issuer",
    "audience, Unexpected JWT audience",
    "expiry, Expired JWT",
    "signature, Signed JWT rejected"
  })
  @DisplayName("S34: an ID token with a fault is refused, and the log says why")
  void refusesTokens(String kind, String reason) throws Exception {
    setFault(kind);

    HttpResponse<String> done = signIn("ada").go();

    assertThat(done.statusCode()).isEqualTo(403);
    assertThat(done.body()).contains("You are not signed in");
    assertThat(done.headers().allValues("Set-Cookie"))
        .noneMatch(it -> it.startsWith("__Host-session"));
    assertThat(site.log()).contains("the ID token is refused: " + reason);
  }

  @Test
  @DisplayName("S34: a code counts once, and with its own state only")
  void takesACodeOnce() throws Exception {
    WayBack way = signIn("ada");
    WayBack another = signIn("ada");
    HttpResponse<String> first = way.go();

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(way.go().statusCode()).isEqualTo(403);
    assertThat(new WayBack(way.path(), another.cookie()).go().statusCode()).isEqualTo(403);
    assertThat(site.log()).contains("the state is not that of the sign-in");
  }

  @Test
  @DisplayName("S34: a code of another sign-in is refused by the provider")
  void refusesCodesOfOthers() throws Exception {
    WayBack way = signIn("ada");
    WayBack another = signIn("ada");
    String code = another.path().replaceFirst(".*code=([^&]*).*", "$1");

    HttpResponse<String> done =
        new WayBack(way.path().replaceFirst("code=[^&]*", "code=" + code), way.cookie()).go();

    assertThat(done.statusCode()).isEqualTo(403);
    assertThat(site.log()).contains("the identity provider refused the code").doesNotContain(code);
  }

  @Test
  @DisplayName("S34: while the provider is down nobody gets in, and is told so")
  void tellsThatTheProviderIsDown(@TempDir Path other) throws Exception {
    try (TestSite lonely =
        TestSite.start(
            store, other, new OpenIdProvider(client(), URI.create("http://127.0.0.1:1")))) {
      HttpResponse<String> reply = lonely.send(lonely.request("/login").build());

      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(reply.body()).contains("cannot be reached");
      assertThat(lonely.log()).contains("the identity provider cannot be reached");
    }
  }

  @Test
  void signsInByPlainOauth(@TempDir Path other) throws Exception {
    PlainOauthProvider provider =
        new PlainOauthProvider(
            client(),
            URI.create(issuer + "/auth?scope=openid%20profile%20email"),
            URI.create(issuer + "/token"),
            URI.create(issuer + "/me"));
    TestSite openId = site;
    try (TestSite plain = TestSite.start(store, other, provider)) {
      site = plain;
      HttpResponse<String> done = signIn("ada").go();

      assertThat(location(done)).isEqualTo("/upload/measures/");
      assertThat(page(done)).contains("Ada Example");
    } finally {
      site = openId;
    }
  }
}
