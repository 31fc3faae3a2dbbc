package io.exportctl.source.web.login;

import io.javalin.http.Context;
import java.util.Optional;

/** The two cookies. Only a server without TLS, which {@code demo} is, leaves out the prefix. */
final class Cookies {

  private final String prefix;
  private final String attributes;

  Cookies(boolean isSecure) {
    this.prefix = isSecure ? "__Host-" : "";
    this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "");
  }

  Optional<String> session(Context context) {
    return value(context, "session");
  }

  Optional<String> login(Context context) {
    return value(context, "login");
  }

  private Optional<String> value(Context context, String name) {
    return Optional.ofNullable(context.cookie(prefix + name))
        .filter(it -> it.matches("[A-Za-z0-9_-]{43}"));
  }

  void setSession(Context context, String id) {
    set(context, "session", id, "");
  }

  void setLogin(Context context, String id) {
    set(context, "login", id, "; Max-Age=900");
  }

  void removeSession(Context context) {
    set(context, "session", "", "; Max-Age=0");
  }

  void removeLogin(Context context) {
    set(context, "login", "", "; Max-Age=0");
  }

  private void set(Context context, String name, String value, String lifetime) {
    context.res().addHeader("Set-Cookie", prefix + name + "=" + value + attributes + lifetime);
  }
}
