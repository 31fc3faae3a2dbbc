package io.exportctl.source.web.api;

import static io.exportctl.source.support.TestStore.source;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.hawk.HawkClient;
import io.exportctl.source.support.NodePrograms;
import io.exportctl.source.support.TestApi;
import io.exportctl.source.support.TestStore;
import io.exportctl.source.text.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our signatures beside those of the reference implementation, npm's {@code hawk}. */
class HawkReferenceIT {

  private static final String TABLE = "/api/v1/table-data/org.ref/L1?orientation=records";

  @TempDir static Path folder;
  private static TestStore store;
  private static TestApi api;

  @BeforeAll
  static void start() throws Exception {
    NodePrograms.install();
    store = TestStore.create(folder);
    api = TestApi.start(store, folder);
    api.add("ref");
    SourceConfig config = source("ref");
    String rows =
        IntStream.range(0, 2500).mapToObj(it -> "é" + it + "\n").collect(Collectors.joining());
    store.arrive(config, "2024-01-01", "v\n" + rows);
    store.load(config);
  }

  @AfterAll
  static void stop() throws Exception {
    if (api != null) {
      api.close();
      store.close();
    }
  }

  private static Map<String, Object> walk(String address, String id, String key) throws Exception {
    Process node = NodePrograms.start("walk.mjs", address, "127.0.0.1:" + api.port(), id, key);
    String out = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertThat(node.waitFor()).as(out).isZero();
    return Json.read(out);
  }

  @Test
  @DisplayName("S31: the reference walks over all pages and accepts our signatures")
  void isAcceptedByTheReference() throws Exception {
    Map<String, Object> walk = walk(TestApi.PUBLIC + TABLE, "reader", TestApi.KEY);

    assertThat(walk).containsEntry("status", 200L);
    assertThat((List<?>) walk.get("results")).hasSize(2500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/a%20b",
        "/api/v1/a%2Fb",
        "/api/v1/a;x=1/b",
        "/api/v1//b",
        "/api/v1/%C3%A9?q=%20&%2F=+"
      })
  @DisplayName("S31: paths as they were sent, and port 80 behind TLS")
  void coversTheRawPath(String path) throws Exception {
    assertThat(walk(TestApi.PUBLIC + path, "reader", TestApi.KEY))
        .containsEntry("status", 404L)
        .containsEntry("signed", true);
    assertThat(walk("http://store.example.org" + path, "reader", TestApi.KEY))
        .containsEntry("status", 404L)
        .containsEntry("signed", true);
  }

  @Test
  void refusesTheReferenceWithAnotherKey() throws Exception {
    assertThat(walk(TestApi.PUBLIC + TABLE, "reader", "another")).containsEntry("status", 401L);
    assertThat(walk(TestApi.PUBLIC + TABLE, "nobody", TestApi.KEY)).containsEntry("status", 401L);
    assertThat(walk("https://other.example.org" + TABLE, "reader", TestApi.KEY))
        .containsEntry("status", 401L);
  }

  @Test
  @DisplayName("S31: the reference accepts our requests, and we check its replies")
  void acceptsTheReference() throws Exception {
    Process node = NodePrograms.start("server.mjs", "reader", TestApi.KEY);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8))) {
      String origin = "http://127.0.0.1:" + lines.readLine();

      assertThat(isSigned(origin + "/a%2Fb?c=%20", TestApi.KEY)).isTrue();
      assertThat(isSigned(origin + "/wrong", TestApi.KEY)).isFalse();
      assertThat(isSigned(origin + "/a", "another key of thirty-two letters")).isFalse();
    } finally {
      node.destroy();
      node.waitFor();
    }
  }

  private static boolean isSigned(String address, String key) throws Exception {
    URI uri = URI.create(address);
    HawkClient hawk =
        HawkClient.of(
            "reader",
            key,
            "GET",
            uri,
            Instant.now().getEpochSecond(),
            UUID.randomUUID().toString());
    HttpResponse<byte[]> reply =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).header("Authorization", hawk.header()).build(),
                BodyHandlers.ofByteArray());
    return reply.statusCode() == 200
        && hawk.isSigned(
            reply.headers().firstValue("Server-Authorization").orElse(""),
            reply.headers().firstValue("Content-Type").orElse(""),
            reply.body());
  }
}
