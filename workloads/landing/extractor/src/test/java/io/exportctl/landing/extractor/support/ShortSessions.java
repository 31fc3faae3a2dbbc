package io.exportctl.landing.extractor.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP proxy in front of AWS that makes the sessions of roles short: each ends 30 seconds after it
 * began, so that a client has to take the role anew for every call.
 */
public final class ShortSessions implements AutoCloseable {

  private static final Pattern EXPIRATION = Pattern.compile("<Expiration>[^<]*</Expiration>");
  private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/]+)/");
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "content-length", "connection", "expect", "transfer-encoding", "upgrade");

  private final HttpServer server;
  private final URI target;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger sessions = new AtomicInteger();
  private final Set<String> accessKeys = ConcurrentHashMap.newKeySet();

  private ShortSessions(HttpServer server, URI target) {
    this.server = server;
    this.target = target;
  }

  public static ShortSessions before(URI target) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ShortSessions it = new ShortSessions(HttpServer.create(address, 64), target);
    it.server.createContext("/", it::handle);
    it.server.setExecutor(it.threads);
    it.server.start();
    return it;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Number of sessions that were begun. */
  public int sessions() {
    return sessions.get();
  }

  /** Access keys that signed the calls of S3. */
  public Set<String> accessKeys() {
    return new LinkedHashSet<>(accessKeys);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      boolean sts =
          exchange.getRequestMethod().equals("POST")
              && new String(body, StandardCharsets.UTF_8).contains("Action=AssumeRole");
      Matcher key = ACCESS_KEY.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!sts && key.find()) {
        accessKeys.add(key.group(1));
      }
      answer(exchange, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), sts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, HttpResponse<byte[]> response, boolean sts)
      throws IOException {
    byte[] body = response.body();
    if (sts) {
      sessions.incrementAndGet();
      String end = "<Expiration>" + Instant.now().plusSeconds(30) + "</Expiration>";
      String text = new String(body, StandardCharsets.UTF_8);
      body = EXPIRATION.matcher(text).replaceFirst(end).getBytes(StandardCharsets.UTF_8);
    }
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
