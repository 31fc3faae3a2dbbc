package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code store call}: a signed request, whose reply's signature is checked. */
@Command(
    name = "call",
    description = "Gets an address, signed as STORE_CLIENT_ID, and checks the reply's signature.")
final class CallCommand implements Callable<Integer> {

  private static final Duration TIME = Duration.ofMinutes(2);

  private final Session session;

  @Parameters(paramLabel = "URL", description = "Address of the API.")
  private URI address;

  CallCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Variables variables = new Variables(session.environment());
    String id = variables.text("STORE_CLIENT_ID");
    String key = variables.text("STORE_CLIENT_KEY");
    variables.end();
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw StoreException.usage("the URL is not like https://store.example.org/api/v1/...");
    }
    HawkClient client =
        HawkClient.of(
            id, key, "GET", address, Instant.now().getEpochSecond(), UUID.randomUUID().toString());
    HttpResponse<byte[]> reply = send(client.header());
    String signature = reply.headers().firstValue("Server-Authorization").orElse("");
    String type = reply.headers().firstValue("Content-Type").orElse("");
    if (reply.statusCode() != 400
        && reply.statusCode() != 401
        && !client.isSigned(signature, type, reply.body())) {
      throw StoreException.failed("bad-signature", "the reply's signature is missing or wrong");
    }
    session.out().println(new String(reply.body(), UTF_8));
    if (reply.statusCode() != 200) {
      throw StoreException.failed(
          "refused-request", "the server answered with status " + reply.statusCode());
    }
    return ExitStatus.FINE.code();
  }

  private HttpResponse<byte[]> send(String header) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(TIME).header("Authorization", header).build();
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIME)
          .build()
          .send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw StoreException.failed("unreachable-server", "the server cannot be reached", e);
    }
  }
}
