package io.exportctl.source.web.page;

import io.exportctl.source.text.Json;
import io.exportctl.source.upload.Person;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends pages, each with the headers that confine what a browser does with it. */
public final class Pages {

  private final Templates templates = new Templates();
  private final String policy;
  private final boolean isSecure;

  /**
   * Creates the sender.
   *
   * @param signInOrigin where a form may lead to besides this server; empty for nowhere
   * @param isSecure true if browsers reach the server by https
   */
  public Pages(String signInOrigin, boolean isSecure) {
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'"
            + (signInOrigin.isEmpty() ? "" : " " + signInOrigin)
            + "; frame-ancestors 'none'; base-uri 'none'";
    this.isSecure = isSecure;
  }

  /**
   * A page.
   *
   * @param title of the browser's tab
   * @param model values of the template
   */
  public record Page(int status, String template, String title, Map<String, Object> model) {

    public static Page of(String template, String title, Map<String, Object> model) {
      return new Page(200, template, title, model);
    }

    /** A page that has no more than a heading and a sentence. */
    public static Page message(int status, String title, String sentence) {
      return new Page(status, "message", title, Map.of("heading", title, "sentence", sentence));
    }

    public Page with(int otherStatus) {
      return new Page(otherStatus, template, title, model);
    }
  }

  /**
   * The person who sees a page.
   *
   * @param csrf token that the forms of the page send
   */
  public record Viewer(Person person, String csrf) {

    /** Leaves out all, which is secret or personal. */
    @Override
    public String toString() {
      return "viewer";
    }
  }

  public void send(Context context, Optional<Viewer> viewer, Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("title", page.title());
    viewer.ifPresent(
        it -> {
          model.put("person", it.person().name());
          model.put("csrf", it.csrf());
        });
    String html = templates.fill(page.template(), model);
    headers(context);
    context.status(page.status()).header("Content-Type", "text/html; charset=utf-8").result(html);
  }

  public void json(Context context, Object value) {
    headers(context);
    context.status(200).header("Content-Type", "application/json").result(Json.write(value));
  }

  /** Leads the browser to another page, which it gets. */
  public void redirect(Context context, String address) {
    headers(context);
    context.status(303).header("Location", address);
  }

  private void headers(Context context) {
    context.header("Content-Security-Policy", policy);
    context.header("X-Content-Type-Options", "nosniff");
    // Not no-referrer: browsers would send "Origin: null" with forms.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    if (isSecure) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
