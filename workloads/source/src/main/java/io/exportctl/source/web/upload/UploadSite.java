package io.exportctl.source.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.web.api.OtherPaths;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.login.Login;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.exportctl.source.web.page.StaticFiles;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All paths of people: who may see which page is decided here, before a body is read. */
public final class UploadSite implements OtherPaths {

  static final Page NOT_FOUND =
      Page.message(
          404,
          "Page not found",
          "There is no such page, or it belongs to a source to which you do not upload.");

  private static final Pattern SOURCE =
      Pattern.compile("/upload/([a-z][a-z0-9_]{0,39})(?:/(?:([a-z]+)/([0-9a-f-]{1,36})/?)?)?");
  private static final Pattern PROGRESS = Pattern.compile("/upload/progress/([0-9a-f-]{36})/?");

  private final Parts parts;
  private final Pages pages;
  private final Login login;
  private final String origin;
  private final RequestLog log;
  private final StaticFiles files = new StaticFiles();
  private final SourcePages sources;
  private final CheckPages checks;
  private final ProgressPages progress;
  private final RestorePages restore;

  /**
   * Creates the site.
   *
   * @param origin of this server, as browsers write it
   */
  public UploadSite(Parts parts, Login login, Receiver receiver, String origin, RequestLog log) {
    this.parts = parts;
    this.pages = parts.pages();
    this.login = login;
    this.origin = origin;
    this.log = log;
    this.sources = new SourcePages(parts, receiver);
    this.checks = new CheckPages(parts);
    this.progress = new ProgressPages(parts);
    this.restore = new RestorePages(parts);
  }

  @Override
  public void handle(Context context) {
    String path = context.req().getRequestURI();
    try {
      answer(context, path);
    } catch (RuntimeException e) {
      log.failure(e);
      boolean passing =
          e instanceof StoreException store && store.fault().code().equals("database-unreachable");
      pages.send(
          context,
          Optional.empty(),
          Page.message(
              passing ? 503 : 500,
              "This did not work",
              "Something failed on our side, and nothing was changed. Try again in a few minutes."));
    }
  }

  private void answer(Context context, String path) {
    boolean isPost = context.req().getMethod().equals("POST");
    if (!isPost && !context.req().getMethod().equals("GET")) {
      pages.send(context, Optional.empty(), Page.message(405, "Not possible", "Use a browser."));
    } else if (path.equals("/") || path.equals("/upload")) {
      pages.redirect(context, "/upload/");
    } else if (path.startsWith("/assets/")) {
      if (!files.send(context, path)) {
        pages.send(context, Optional.empty(), NOT_FOUND);
      }
    } else if (login.isOwn(path, isPost)) {
      login.answer(context, path);
    } else if (path.startsWith("/upload/") || path.equals("/logout")) {
      forPerson(context, path, isPost);
    } else {
      pages.send(context, Optional.empty(), NOT_FOUND);
    }
  }

  private void forPerson(Context context, String path, boolean isPost) {
    Optional<Viewer> viewer = login.viewer(context);
    if (viewer.isEmpty()) {
      // A reading again is no page of its own.
      login.require(context, path.replace("/read/", "/check/"));
      return;
    }
    if (isPost && !isOurForm(context, viewer.get())) {
      log.refusal("the form is not of this session");
      pages.send(
          context,
          viewer,
          Page.message(
              403,
              "This form has expired",
              "It belongs to another session. Go back, reload the page and try again."));
      return;
    }
    if (path.equals("/logout")) {
      login.end(context, isPost);
    } else if (path.equals("/upload/")) {
      sources.list(context, viewer.get());
    } else if (path.equals("/upload/-/new/")) {
      NewSourcePage.answer(context, pages, viewer.get());
    } else {
      ofSource(context, path, viewer.get());
    }
  }

  private boolean isOurForm(Context context, Viewer viewer) {
    String token = Optional.ofNullable(context.queryParam("csrf")).orElse("");
    return origin.equals(context.header("Origin"))
        && MessageDigest.isEqual(token.getBytes(UTF_8), viewer.csrf().getBytes(UTF_8));
  }

  private void ofSource(Context context, String path, Viewer viewer) {
    Matcher polled = PROGRESS.matcher(path);
    if (polled.matches()) {
      progress.json(context, viewer, id(polled.group(1)));
      return;
    }
    Matcher matcher = SOURCE.matcher(path);
    Optional<SourceConfig> config =
        matcher.matches()
            ? parts.catalogue().find(matcher.group(1)).filter(viewer.person()::mayUpload)
            : Optional.empty();
    if (config.isEmpty()) {
      pages.send(context, Optional.of(viewer), NOT_FOUND);
      return;
    }
    Visit visit = new Visit(context, pages, viewer, config.get());
    String page = Optional.ofNullable(matcher.group(2)).orElse("");
    String id = matcher.group(3);
    switch (page) {
      case "" -> sources.answer(visit);
      case "check" -> checks.answer(visit, id(id));
      case "read" -> checks.readAgain(visit, id(id));
      case "uploaded", "failed" -> progress.answer(visit, id(id));
      case "restore" -> restore.answer(visit, id);
      default -> visit.notFound();
    }
  }

  /** An id that is not one is that of no upload. */
  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
