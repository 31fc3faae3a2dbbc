package io.exportctl.source.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.DatabaseNonces;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.hawk.HawkClient;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.text.Json;
import io.exportctl.source.web.api.ApiServer;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.api.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A running API over a store, and a client that signs. */
public final class TestApi implements AutoCloseable {

  /** Address that clients sign for; the server listens elsewhere. */
  public static final String PUBLIC = "https://store.example.org";

  public static final String KEY = "made up for tests, 32 characters";

  private final TestStore store;
  private final Path datasets;
  private final Catalogue catalogue;
  private final Clients clients;
  private final Server server;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestApi(TestStore store, Path folder) throws IOException {
    this.store = store;
    this.datasets = Files.createDirectories(folder.resolve("datasets"));
    this.catalogue = new Catalogue(datasets);
    SecureRandom random = new SecureRandom();
    this.clients = new Clients(store.database().database(), new Seal(new byte[32], random), random);
    clients.add("reader", KEY, "test");
    clients.add("stranger", KEY, "test");
    clients.add("auditor", KEY, "test");
    HawkVerifier verifier =
        new HawkVerifier(
            clients,
            new DatabaseNonces(store.database().database()),
            List.of("store.example.org:443", "store.example.org:80"),
            InstantSource.system());
    this.server =
        new ApiServer(
                catalogue,
                store.database().database(),
                verifier,
                new RequestLog(new PrintStream(log, true, UTF_8), InstantSource.system()),
                PUBLIC,
                Set.of("auditor"),
                1000,
                "TIMESTAMP")
            .start("127.0.0.1", 0);
  }

  public static TestApi start(TestStore store, Path folder) throws IOException {
    return new TestApi(store, folder);
  }

  /** Adds a source's file to the catalogue. */
  public void add(String name, String... keys) throws IOException {
    addFetched(name, "{url: https://example.org/files}", keys);
  }

  /** Adds a source with a section {@code fetch} to the catalogue. */
  public void addFetched(String name, String fetch, String... keys) throws IOException {
    Files.writeString(
        datasets.resolve(name + ".yaml"),
        """
        name: %s
        schema: org.%s
        fetch: %s
        readers: [reader]
        """
                .formatted(name, name, fetch)
            + String.join("\n", keys));
    assertThat(catalogue.reload()).isEmpty();
  }

  /** Gets a path as a client, and checks the reply's signature where there has to be one. */
  public HttpResponse<byte[]> get(String client, String path) throws Exception {
    HawkClient hawk =
        HawkClient.of(
            client,
            KEY,
            "GET",
            URI.create(PUBLIC + path),
            Instant.now().getEpochSecond(),
            UUID.randomUUID().toString());
    HttpResponse<byte[]> reply = send(path, "Authorization", hawk.header());
    if (reply.statusCode() != 401) {
      assertThat(
              hawk.isSigned(
                  reply.headers().firstValue("Server-Authorization").orElse(""),
                  reply.headers().firstValue("Content-Type").orElse(""),
                  reply.body()))
          .isTrue();
    }
    return reply;
  }

  public HttpResponse<byte[]> send(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Gets a path as the reader: the status and the body. */
  public String read(String path) throws Exception {
    HttpResponse<byte[]> reply = get("reader", path);
    return reply.statusCode() + " " + new String(reply.body(), UTF_8);
  }

  /** Gets a page as the reader. */
  public Map<String, Object> page(String path) throws Exception {
    HttpResponse<byte[]> reply = get("reader", path);
    assertThat(reply.statusCode()).isEqualTo(200);
    return Json.read(new String(reply.body(), UTF_8));
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public int port() {
    return server.port();
  }

  public String log() {
    return log.toString(UTF_8);
  }

  public TestStore store() {
    return store;
  }

  public Clients clients() {
    return clients;
  }

  @Override
  public void close() {
    server.close();
  }
}
