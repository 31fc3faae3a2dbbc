package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exportctl.source.hawk.HawkRefusal;
import io.exportctl.source.hawk.HawkVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed requests to a server that signs its replies, or signs other bytes than it sends. */
class CallCommandTest {

  private static final String KEY = "made up for tests, 32 characters";
  private static final byte[] BODY = "{\"status\":\"é\"}".getBytes(UTF_8);

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer server;
  private HawkVerifier verifier;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    verifier =
        new HawkVerifier(
            id -> Optional.of(KEY),
            (client, nonce, ts) -> true,
            List.of("127.0.0.1:" + server.getAddress().getPort()),
            InstantSource.system());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      String target = exchange.getRequestURI().toString();
      Optional<String> header =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] signed = target.contains("forged") ? new byte[1] : BODY;
      exchange
          .getResponseHeaders()
          .set(
              "Server-Authorization",
              verifier
                  .verify(new HawkVerifier.Request("GET", target, header, "", new byte[0]))
                  .sign("application/json", signed));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(target.contains("missing") ? 404 : 200, BODY.length);
      exchange.getResponseBody().write(BODY);
    } catch (HawkRefusal e) {
      exchange.sendResponseHeaders(e.status(), -1);
    } finally {
      exchange.close();
    }
  }

  private int call(String key, String path) {
    out.reset();
    err.reset();
    Session session =
        new Session(
            Map.of("STORE_CLIENT_ID", "reader", "STORE_CLIENT_KEY", key),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            folder);
    String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    return Main.run(session, "call", origin + path);
  }

  @Test
  void printsAReplyThatIsSigned() {
    assertThat(call(KEY, "/a%2Fb?c=%20")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("{\"status\":\"é\"}\n");
  }

  @Test
  void refusesAReplyThatIsForged() {
    assertThat(call(KEY, "/forged")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).isEqualTo("store: the reply's signature is missing or wrong\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void tellsTheStatusOfARefusal() {
    assertThat(call(KEY, "/missing")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).isEqualTo("store: the server answered with status 404\n");
    assertThat(call("another key of thirty-two letters", "/a")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).isEqualTo("store: the server answered with status 401\n");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    Session session =
        new Session(
            Map.of("STORE_CLIENT_ID", "reader"),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            folder);

    assertThat(Main.run(session, "call", "ftp://x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("store: STORE_CLIENT_KEY is not set\n");
  }
}
