package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.text.Json;
import java.util.Map;

/** A reply of the API in JSON. */
public final class Reply {

  private final int status;
  private final byte[] body;

  private Reply(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  static Reply of(int status, byte[] body) {
    return new Reply(status, body);
  }

  static Reply json(Object value) {
    return new Reply(200, Json.write(value).getBytes(UTF_8));
  }

  static Reply empty(int status) {
    return new Reply(status, new byte[0]);
  }

  /** The answer to a table or path that does not exist, or is nobody's business. */
  static Reply notFound() {
    return new Reply(404, "{}".getBytes(UTF_8));
  }

  static Reply error(int status, String message) {
    return new Reply(status, Json.write(Map.of("error", message)).getBytes(UTF_8));
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }
}
