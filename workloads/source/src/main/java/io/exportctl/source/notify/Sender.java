package io.exportctl.source.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkClient;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Requests in JSON that are signed with Hawk, and their replies. */
final class Sender {

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  private final Dataflow dataflow;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIME)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  Sender(Dataflow dataflow, InstantSource clock) {
    this.dataflow = dataflow;
    this.clock = clock;
  }

  /** A receiver that cannot be reached, or is busy; the next attempt may succeed. */
  static final class PassingFailure extends Exception {

    private static final long serialVersionUID = 1;

    PassingFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Sends an object, and returns the one of the reply; empty if that is not JSON.
   *
   * @throws StoreException if the receiver refuses it
   */
  Map<String, Object> post(URI address, Map<String, Object> object) throws PassingFailure {
    return send("POST", address, Json.write(object).getBytes(UTF_8), JSON);
  }

  Map<String, Object> get(URI address) throws PassingFailure {
    return send("GET", address, new byte[0], "");
  }

  private Map<String, Object> send(String method, URI address, byte[] body, String type)
      throws PassingFailure {
    HawkClient hawk =
        HawkClient.of(
            dataflow.hawkId(),
            dataflow.hawkKey(),
            new HawkClient.Message(method, address, type, body),
            clock.instant().getEpochSecond(),
            UUID.randomUUID().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(TIME)
            .header("Authorization", hawk.header())
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      return read(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new PassingFailure("the receiver cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PassingFailure("the program ends", e);
    }
  }

  private static Map<String, Object> read(HttpResponse<byte[]> reply) throws PassingFailure {
    int status = reply.statusCode();
    String text = "the receiver answered with status " + status;
    if (status >= 500 || status == 408 || status == 429) {
      throw new PassingFailure(text, null);
    }
    if (status < 200 || status >= 300) {
      throw StoreException.refused(Fault.of("refused-news", text));
    }
    try {
      return Json.read(new String(reply.body(), UTF_8));
    } catch (IOException e) {
      return Map.of();
    }
  }
}
