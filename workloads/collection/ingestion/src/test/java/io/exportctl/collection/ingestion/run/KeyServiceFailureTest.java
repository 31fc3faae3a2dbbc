package io.exportctl.collection.ingestion.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.key.KmsKeySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A date while AWS KMS, over HTTP, does not open its keys. */
class KeyServiceFailureTest {

  private static final String ARN =
      "arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final List<String> PROPERTIES =
      List.of("aws.endpointUrlKms", "aws.accessKeyId", "aws.secretAccessKey");

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int status = 503;
  private HttpServer kms;
  private Place place;

  @BeforeEach
  void start() throws Exception {
    kms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    kms.createContext("/", this::answer);
    kms.start();
    System.setProperty(PROPERTIES.get(0), "http://127.0.0.1:" + kms.getAddress().getPort());
    System.setProperty(PROPERTIES.get(1), "test");
    System.setProperty(PROPERTIES.get(2), "test");
    place = new Place(folder).with(new JobText()).with(new KmsKeySettings(List.of(ARN)));
    TestRecords.Key key =
        new TestRecords.Key(TestRecords.SEALED_KEY, ARN, TestRecords.key().bytes());
    place.file(
        Place.DATE,
        "a.json.gz",
        TestRecords.line("core", "claim", "1", key, "{\"_id\":1}"),
        TestRecords.line("core", "claim", "2", key, "{\"_id\":2}"));
  }

  @AfterEach
  void stop() {
    kms.stop(0);
    PROPERTIES.forEach(System::clearProperty);
  }

  @Test
  @DisplayName("10: publishes nothing while the key service fails, and all of the date afterwards")
  void publishesNothingWithoutKeys() throws Exception {
    assertThat(place.run(Place.DATE)).isEqualTo(3);

    IngestionException failure = place.failures().get(0);
    assertThat(failure.reason()).isEqualTo("key-service-unavailable");
    assertThat(failure).hasMessageContaining("AWS KMS").hasMessageContaining("503");
    assertThat(place.rows("claims", "count(*)")).containsExactly("0");
    assertThat(place.files("dead")).isEmpty();
    // Of each try of the task; Spark gives up after some.
    assertThat(requests.get()).isPositive();

    status = 200;
    assertThat(place.run(Place.DATE)).isZero();
    assertThat(place.rows("claims", "id")).containsExactly("1", "2");
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    String key = Base64.getEncoder().encodeToString(TestRecords.key().bytes());
    byte[] body =
        status == 200
            ? "{\"KeyId\":\"%s\",\"Plaintext\":\"%s\"}".formatted(ARN, key).getBytes(UTF_8)
            : new byte[0];
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
