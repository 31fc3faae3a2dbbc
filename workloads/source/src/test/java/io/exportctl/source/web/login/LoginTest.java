package io.exportctl.source.web.login;

import static io.exportctl.source.support.TestSite.cookie;
import static io.exportctl.source.support.TestSite.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.support.TestSite;
import io.exportctl.source.support.TestSite.Browser;
import io.exportctl.source.support.TestStore;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, whoever the identity provider is. */
class LoginTest {

  @TempDir static Path folder;
  private static TestStore store;
  private static TestSite site;

  @BeforeAll
  static void start() throws Exception {
    store = TestStore.create(folder);
    site = TestSite.start(store, folder);
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
    store.close();
  }

  private static HttpResponse<String> finish(String cookie, String state) throws Exception {
    return site.send(
        site.request("/login/authorised?code=ada&state=" + state).header("Cookie", cookie).build());
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example.org/, /upload/",
    "//evil.example.org/, /upload/",
    "/\\evil.example.org, /upload/",
    "/upload/../../evil, /upload/",
    "/upload//evil.example.org/, /upload/",
    "/logout, /upload/",
    "/upload/measures/, /upload/measures/"
  })
  @DisplayName("S35: a sign-in leads to pages of this server only")
  void leadsToOwnPages(String next, String expected) throws Exception {
    HttpResponse<String> begun =
        site.send(
            site.request("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)).build());
    String state = location(begun).replaceFirst(".*state=", "");

    HttpResponse<String> done = finish(cookie(begun, "__Host-login"), state);

    assertThat(location(done)).isEqualTo(expected);
  }

  @Test
  void confinesItsCookies() throws Exception {
    HttpResponse<String> begun = site.send(site.request("/login").build());
    String state = location(begun).replaceFirst(".*state=", "");
    HttpResponse<String> done = finish(cookie(begun, "__Host-login"), state);

    assertThat(done.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allMatch(it -> it.contains("; Path=/; HttpOnly; SameSite=Lax; Secure"))
        .allMatch(it -> it.startsWith("__Host-"));
  }

  @Test
  void takesEachSignInOnce() throws Exception {
    HttpResponse<String> begun = site.send(site.request("/login").build());
    String state = location(begun).replaceFirst(".*state=", "");
    String cookie = cookie(begun, "__Host-login");

    assertThat(finish(cookie, "another").statusCode()).isEqualTo(403);
    assertThat(finish(cookie, state).statusCode()).isEqualTo(403);
    assertThat(finish("__Host-login=" + "x".repeat(43), state).statusCode()).isEqualTo(403);
  }

  @Test
  void endsSessionsThatAreIdleOrOld() throws Exception {
    Browser idle = site.signIn("ada");
    store
        .database()
        .execute("update operations.session set seen_at = now() - interval '61 minutes'");
    assertThat(location(idle.get("/upload/"))).startsWith("/login");

    Browser old = site.signIn("ada");
    store
        .database()
        .execute("update operations.session set created_at = now() - interval '481 minutes'");
    assertThat(location(old.get("/upload/"))).startsWith("/login");
  }

  @Test
  void givesANewIdAtEachSignInAndEndsTheOld() throws Exception {
    Browser first = site.signIn("ada");
    HttpResponse<String> begun = site.send(site.request("/login").build());
    String state = location(begun).replaceFirst(".*state=", "");
    HttpResponse<String> done =
        finish(cookie(begun, "__Host-login") + "; " + first.session(), state);

    assertThat(cookie(done, "__Host-session")).isNotEqualTo(first.session());
    assertThat(first.get("/upload/").statusCode()).isEqualTo(303);
  }

  @Test
  void signsOutByAFormOnly() throws Exception {
    Browser browser = site.signIn("ada");

    assertThat(location(browser.get("/logout"))).isEqualTo("/upload/");
    assertThat(browser.get("/upload/").statusCode()).isEqualTo(200);
    assertThat(browser.post("/logout").body()).contains("You are signed out");
    assertThat(browser.get("/upload/").statusCode()).isEqualTo(303);
  }

  @Test
  void keepsNoIdInTheDatabase() throws Exception {
    String id = site.signIn("ada").session().replaceFirst(".*=", "");

    assertThat(store.database().query("select session::text from operations.session session"))
        .isNotEmpty()
        .noneMatch(it -> it.contains(id));
  }
}
