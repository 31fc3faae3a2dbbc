package io.exportctl.source.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.database.Database;
import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sign-in, sign-out, and the session of a request. */
public final class Login {

  private static final String HOME = "/upload/";

  private final IdentityProvider provider;
  private final Sessions sessions;
  private final Pages pages;
  private final Cookies cookies;
  private final Consumer<String> log;

  /**
   * Creates the sign-in.
   *
   * @param isSecure true if browsers reach the server by https
   * @param log takes the reasons for which sign-ins were refused
   */
  public Login(
      IdentityProvider provider,
      Database database,
      Pages pages,
      boolean isSecure,
      SecureRandom random,
      Consumer<String> log) {
    this.provider = provider;
    this.sessions = new Sessions(database, new Tokens(random));
    this.pages = pages;
    this.cookies = new Cookies(isSecure);
    this.log = log;
  }

  /** Finds the session of a request. */
  public Optional<Viewer> viewer(Context context) {
    return cookies.session(context).flatMap(sessions::find);
  }

  /** Sends a person who has no session to the sign-in, which leads back to a path. */
  public void require(Context context, String next) {
    pages.redirect(context, "/login?next=" + URLEncoder.encode(next, UTF_8));
  }

  /** True for the paths that a browser needs before there is a session. */
  public boolean isOwn(String path, boolean isPost) {
    return (path.equals("/login") && !isPost)
        || (path.equals("/login/authorised") && !isPost)
        || provider.hasPage(path);
  }

  /** Answers a path of {@link #isOwn}. */
  public void answer(Context context, String path) {
    switch (path) {
      case "/login" -> begin(context);
      case "/login/authorised" -> finish(context);
      default -> provider.answer(context, pages);
    }
  }

  /** {@code GET /login}: sends the browser to the identity provider. */
  private void begin(Context context) {
    String next =
        Optional.ofNullable(context.queryParam("next")).filter(NextPath::isOurs).orElse(HOME);
    Sessions.Begun begun = sessions.beginLogin(next);
    try {
      String address = provider.begin(begun.attempt()).toString();
      cookies.setLogin(context, begun.id());
      pages.redirect(context, address);
    } catch (LoginRefused e) {
      refuse(context, e, 503);
    }
  }

  /** {@code GET /login/authorised}: the browser comes back with a code. */
  private void finish(Context context) {
    Optional<Attempt> attempt = cookies.login(context).flatMap(sessions::takeLogin);
    cookies.removeLogin(context);
    try {
      Person person = person(context, attempt);
      cookies.session(context).ifPresent(sessions::end);
      cookies.setSession(context, sessions.begin(person));
      pages.redirect(context, attempt.orElseThrow().next());
    } catch (LoginRefused e) {
      refuse(context, e, 403);
    }
  }

  private Person person(Context context, Optional<Attempt> attempt) throws LoginRefused {
    if (attempt.isEmpty()) {
      throw new LoginRefused("no sign-in of this browser waits for an answer");
    }
    String state = Optional.ofNullable(context.queryParam("state")).orElse("");
    if (!Tokens.equal(attempt.get().state(), state)) {
      throw new LoginRefused("the state is not that of the sign-in");
    }
    String code = Optional.ofNullable(context.queryParam("code")).orElse("");
    if (code.isEmpty()) {
      throw new LoginRefused("the identity provider sent no code");
    }
    return provider.finish(attempt.get(), code);
  }

  private void refuse(Context context, LoginRefused refused, int status) {
    log.accept(refused.getMessage());
    String sentence =
        status == 503
            ? "The service that signs you in cannot be reached. Try again in a few minutes."
            : "The service that signs you in did not confirm who you are.";
    pages.send(
        context,
        Optional.empty(),
        new Page(
            status,
            "message",
            "You are not signed in",
            Map.of(
                "heading",
                "You are not signed in",
                "sentence",
                sentence,
                "link",
                "/login",
                "linkText",
                "Sign in again")));
  }

  /** {@code POST /logout}; by another method it leads home. */
  public void end(Context context, boolean isPost) {
    if (!isPost) {
      pages.redirect(context, HOME);
      return;
    }
    cookies.session(context).ifPresent(sessions::end);
    cookies.removeSession(context);
    pages.send(
        context,
        Optional.empty(),
        Page.of(
            "message",
            "You are signed out",
            Map.of(
                "heading",
                "You are signed out",
                "sentence",
                "Your files and the data that they became stay.",
                "link",
                HOME,
                "linkText",
                "Sign in again")));
  }
}
