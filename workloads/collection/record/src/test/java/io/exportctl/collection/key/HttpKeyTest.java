package io.exportctl.collection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import io.exportctl.collection.key.TestKeyServer.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of a key service over mutual TLS, and the faults of docs/collection.md by their numbers. */
class HttpKeyTest {

  private static final SealedKey KEY =
      new SealedKey(TestKeyServer.sealed(16), "cloudhsm:1,2 é&x=y");
  private static final HttpKeyOpener.Timeouts LONG =
      new HttpKeyOpener.Timeouts(
          Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(1));

  /** For servers that do not answer, which take our certificate. */
  private static final HttpKeyOpener.Timeouts SHORT =
      new HttpKeyOpener.Timeouts(
          Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMillis(20));

  private static final HttpKeyOpener.Timeouts SHORT_REFUSAL =
      new HttpKeyOpener.Timeouts(
          Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMillis(20));

  private static TestCertificate serverCertificate;
  private static TestCertificate clientCertificate;
  private static TestCertificate strangerCertificate;
  private static TestCertificate expiredCertificate;

  private final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();
  private final AtomicLong nanos = new AtomicLong();

  private TestKeyServer server;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    String[] elliptic = {"-keyalg", "EC", "-validity", "3650"};
    serverCertificate = TestCertificate.make(folder, "server", elliptic);
    clientCertificate =
        TestCertificate.make(folder, "client", "-keyalg", "RSA", "-validity", "3650");
    strangerCertificate = TestCertificate.make(folder, "stranger", elliptic);
    expiredCertificate =
        TestCertificate.make(
            folder, "expired", "-keyalg", "EC", "-startdate", "-10d", "-validity", "2");
  }

  @BeforeEach
  void startServer() throws Exception {
    server = new TestKeyServer(serverCertificate, List.of(clientCertificate));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void opensAKeyAndNamesTheMasterKeyAndTheRun() throws Exception {
    DataKey key = cache().open(KEY);

    assertThat(key).hasToString("DataKey");
    assertThat(server.requests)
        .containsExactly("keyId=cloudhsm%3A1%2C2%20%C3%A9%26x%3Dy&correlationId=run%201 sealed 16");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32})
  void opensKeysOfEachLength(int bytes) throws Exception {
    assertThat(cache().open(new SealedKey(TestKeyServer.sealed(bytes), "m"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"plaintextDataKey\":\"c2hvcnQ=\"}",
        "{\"plaintextDataKey\":\"secret?\"}",
        "{\"plaintextDataKey\":5}",
        "{}",
        "[]",
        "<html>"
      })
  void refusesTheKeyIfTheAnswerHasNoUsableOne(String body) {
    server.script.add(new Answer(200, Map.of(), body));

    assertThatThrownBy(() -> cache().open(KEY))
        .isInstanceOf(KeyRefusedException.class)
        .hasNoCause()
        .message()
        .doesNotContain("secret", "c2hvcnQ");
  }

  @Test
  @DisplayName("9: two answers of 503, then the key")
  void triesAgainAfterFailuresThatPass() throws Exception {
    server.script.addAll(List.of(Answer.of(503), Answer.of(503), Answer.of(0)));
    KeyService keys = cache();

    keys.open(KEY);

    assertThat(keys.counts()).isEqualTo(new KeyCounts(1, 0, 2, 0));
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  @DisplayName("9: a service that asks to wait is obeyed, up to a minute")
  void waitsAsTheServiceAsks() throws Exception {
    server.script.addAll(
        List.of(
            new Answer(429, Map.of("Retry-After", "7"), ""),
            new Answer(503, Map.of("Retry-After", "86400"), ""),
            new Answer(503, Map.of("Retry-After", "soon"), ""),
            new Answer(503, Map.of("Retry-After", "0"), ""),
            Answer.of(0)));
    KeyService keys = cache();

    keys.open(KEY);

    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(7),
            Duration.ofMinutes(1),
            Duration.ofMillis(400),
            Duration.ofMillis(800));
  }

  @Test
  @DisplayName("10: 503 for ever ends within three minutes")
  void givesUpAfterEightTries() {
    server.script.add(Answer.of(503));
    KeyService keys = cache();

    KeyServiceException failure =
        catchThrowableOfType(KeyServiceException.class, () -> keys.open(KEY));

    assertThat(failure.kind()).isEqualTo(KeyServiceException.Kind.UNAVAILABLE);
    assertThat(failure)
        .hasMessage(
            "the key service failed 8 times, at last as it answered 503; run the date again when it works");
    assertThat(server.requests).hasSize(8);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMinutes(3));
  }

  @Test
  @DisplayName("10: connections that break for ever")
  void triesBrokenConnectionsAgain() {
    server.script.add(Answer.BREAK);

    assertThatThrownBy(() -> cache(server.url(), clientCertificate, SHORT_REFUSAL).open(KEY))
        .isInstanceOf(KeyServiceException.class)
        .hasMessageContaining("broke the connection off");
    assertThat(server.requests).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  @DisplayName("10: a service that does not answer in time")
  void triesSlowAnswersAgain() {
    server.script.add(Answer.HANG);

    assertThatThrownBy(() -> cache(server.url(), clientCertificate, SHORT).open(KEY))
        .isInstanceOf(KeyServiceException.class)
        .hasMessageContaining("did not answer within");
    assertThat(pauses).hasSize(Retries.TRIES - 1);
  }

  @Test
  @DisplayName("10: no service at the address")
  void triesRefusedConnectionsAgain() {
    URI url = server.url();
    server.close();

    assertThatThrownBy(() -> cache(url, clientCertificate, LONG).open(KEY))
        .isInstanceOf(KeyServiceException.class)
        .hasMessageContaining("did not accept a connection");
    assertThat(pauses).hasSize(Retries.TRIES - 1);
  }

  @Test
  @DisplayName("10: requests that wait in line end with the first that gives up")
  void endsQueuedRequestsWithTheFirstFailure() {
    server.script.add(Answer.of(503));
    KeyService keys = cache();
    List<SealedKey> many =
        IntStream.range(0, 500).mapToObj(it -> new SealedKey("sealed 16 " + it, "m")).toList();

    assertThatThrownBy(
            () -> {
              keys.openAll(many);
              keys.open(many.get(0));
              keys.open(many.get(499));
            })
        .isInstanceOf(KeyServiceException.class);
    assertThatThrownBy(() -> keys.open(many.get(499))).isInstanceOf(KeyServiceException.class);
    assertThat(keys.counts().requests()).isLessThan(100);
  }

  @Test
  @DisplayName("11: 1,000 records of one key that cannot be opened are one request")
  void remembersRefusals() throws Exception {
    KeyService keys = cache();
    SealedKey bad = new SealedKey("bad", "m");

    for (int record = 0; record < 1000; record++) {
      assertThatThrownBy(() -> keys.open(bad)).isInstanceOf(KeyRefusedException.class);
    }

    assertThat(server.requests).hasSize(1);
    assertThat(keys.counts()).isEqualTo(new KeyCounts(1, 999, 0, 1));
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    assertThatThrownBy(() -> keys.open(bad)).isInstanceOf(KeyRefusedException.class);
    assertThat(server.requests).hasSize(2);
  }

  @Test
  @DisplayName("11: a key that no service can know is refused without a request")
  void doesNotSendKeysThatAreEmptyOrTooLong() throws Exception {
    KeyService keys = cache();
    List<SealedKey> bad =
        List.of(
            new SealedKey("", "m"),
            new SealedKey("x".repeat(10_000), "m"),
            new SealedKey("sealed 16", "m".repeat(10_000)));

    keys.openAll(bad);
    for (SealedKey key : bad) {
      assertThatThrownBy(() -> keys.open(key)).isInstanceOf(KeyRefusedException.class);
    }

    assertThat(server.requests).isEmpty();
  }

  @ParameterizedTest(name = "no failure tells the sealed key: {0}")
  @ValueSource(ints = {-1, 400, 403, 404, 503})
  void tellsNothingOfTheKey(int status) {
    String marker = "Zq9SECRETq9Z";
    server.script.add(status < 0 ? Answer.BREAK : new Answer(status, Map.of(), marker));
    KeyService keys = cache(server.url(), clientCertificate, SHORT_REFUSAL);
    StringWriter trace = new StringWriter();

    catchThrowable(() -> keys.open(new SealedKey(marker, "m")))
        .printStackTrace(new PrintWriter(trace));

    assertThat(trace.toString()).contains("io.exportctl.collection.key").doesNotContain(marker);
  }

  @Test
  void refusesAddressesWithoutTls() {
    URI plain = URI.create("http://dks.example.org");

    assertThatThrownBy(() -> new HttpKeySettings(plain, new IdentitySource.File("x"), "run"))
        .hasMessage(
            "the key service's URL \"http://dks.example.org\" does not begin with https:// and a host");
  }

  @Test
  void keepsOpenedKeysForAnHour() throws Exception {
    KeyService keys = cache();
    keys.open(KEY);
    nanos.addAndGet(Duration.ofMinutes(59).toNanos());
    keys.open(KEY);
    assertThat(server.requests).hasSize(1);

    // The hour begins when the cache notices the answer, which may be after the first look above.
    nanos.addAndGet(Duration.ofMinutes(61).toNanos());
    keys.open(KEY);

    assertThat(server.requests).hasSize(2);
  }

  @Test
  void doesNotKeepFailures() throws Exception {
    server.script.addAll(List.of(Answer.of(403), Answer.of(0)));
    KeyService keys = cache();
    assertThatThrownBy(() -> keys.open(KEY)).isInstanceOf(KeyServiceException.class);

    assertThat(keys.open(KEY)).isNotNull();
  }

  @ParameterizedTest(name = "12: an answer of {0} ends at once")
  @ValueSource(ints = {401, 403})
  void endsIfTheServiceRefusesUs(int status) {
    server.script.add(Answer.of(status));

    assertRefused(cache())
        .hasMessage(
            "the key service refuses our certificate \"CN=client.test\" with %d; ask its owners to trust it",
            status);
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest(name = "12: an answer of {0} ends at once")
  @ValueSource(ints = {302, 404, 405})
  void endsIfTheAddressIsWrong(int status) {
    server.script.add(Answer.of(status));

    assertRefused(cache()).hasMessageContaining("check that key_service_url names its action");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  @DisplayName("12: a certificate that the service does not trust ends at once")
  void endsIfTheHandshakeIsRefused() throws Exception {
    assertRefused(cache(server.url(), strangerCertificate, LONG))
        .hasMessage(
            "the key service refuses our certificate \"CN=stranger.test\"; ask its owners to trust it");
    assertThat(pauses).isEmpty();
  }

  @Test
  @DisplayName("12: a service whose certificate comes from another authority ends at once")
  void endsIfTheAuthorityIsWrong() throws Exception {
    PemIdentity identity =
        new PemIdentity(
            "the secret",
            clientCertificate.certificatePem(),
            clientCertificate.keyPem(),
            strangerCertificate.certificatePem());

    assertRefused(cache(server.url(), identity, LONG))
        .hasMessageContaining("\"ca\" in our secret does not vouch for");
    assertThat(pauses).isEmpty();
    assertThat(server.requests).isEmpty();
  }

  @Test
  @DisplayName("12: an expired certificate ends before the first request")
  void endsIfOurCertificateHasExpired() throws Exception {
    PemIdentity identity = identity(expiredCertificate);

    assertThatThrownBy(() -> ClientIdentity.of(identity, Clock.systemUTC()))
        .isInstanceOf(KeyServiceException.class)
        .hasMessageMatching(
            "the secret has a certificate that is valid from [0-9-]+ to [0-9-]+; put a new one there");
  }

  @Test
  @DisplayName("12: a certificate that has expired since the start ends at once")
  void endsIfTheServiceRefusesAnExpiredCertificate() throws Exception {
    Clock then = Clock.fixed(Instant.now().minus(Duration.ofDays(9)), ZoneOffset.UTC);
    KeyService keys =
        cache(server.url(), ClientIdentity.of(identity(expiredCertificate), then), LONG);

    assertRefused(keys).hasMessageContaining("refuses our certificate \"CN=expired.test\"");
    assertThat(pauses).isEmpty();
  }

  @Test
  @DisplayName("13: each key is asked for once, and 16 requests are under way at most")
  void asksForEachKeyOnceAndForFewTogether() throws Exception {
    assertAskedOnce(1_000);
  }

  @Test
  @Tag("nightly")
  @DisplayName("13: the same for 10,000 keys")
  void asksForManyKeysOnceAndForFewTogether() throws Exception {
    assertAskedOnce(10_000);
  }

  private void assertAskedOnce(int count) throws Exception {
    KeyService keys = cache();
    List<SealedKey> all =
        IntStream.range(0, count).mapToObj(it -> new SealedKey("sealed 16 " + it, "m")).toList();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService tasks = Executors.newFixedThreadPool(2);

    List<Future<Integer>> results =
        List.of(
            tasks.submit(() -> task(keys, all, start)), tasks.submit(() -> task(keys, all, start)));
    start.countDown();
    for (Future<Integer> result : results) {
      assertThat(result.get()).isEqualTo(30 * all.size());
    }
    tasks.shutdown();

    assertThat(server.requests).hasSize(all.size()).doesNotHaveDuplicates();
    assertThat(server.mostUnderWay()).isLessThanOrEqualTo(KeyCache.MOST_REQUESTS);
    assertThat(keys.counts().requests()).isEqualTo(all.size());
    assertThat(keys.counts().hits()).isGreaterThanOrEqualTo(59L * all.size());
  }

  private static int task(KeyService keys, List<SealedKey> all, CountDownLatch start)
      throws Exception {
    start.await();
    ConcurrentLinkedDeque<DataKey> opened = new ConcurrentLinkedDeque<>();
    for (int from = 0; from < all.size(); from += 20) {
      keys.openAll(all.subList(from, from + 20));
      for (int record = 0; record < 30 * 20; record++) {
        opened.add(keys.open(all.get(from + record % 20)));
      }
    }
    return opened.size();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(KeyService keys) {
    KeyServiceException failure =
        catchThrowableOfType(KeyServiceException.class, () -> keys.open(KEY));
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(KeyServiceException.Kind.REFUSES_US);
    return assertThat(failure);
  }

  private KeyService cache() {
    return cache(server.url(), clientCertificate, LONG);
  }

  private KeyService cache(URI url, TestCertificate certificate, HttpKeyOpener.Timeouts timeouts) {
    return cache(url, identity(certificate), timeouts);
  }

  private KeyService cache(URI url, PemIdentity identity, HttpKeyOpener.Timeouts timeouts) {
    try {
      return cache(url, ClientIdentity.of(identity, Clock.systemUTC()), timeouts);
    } catch (KeyServiceException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyService cache(URI url, ClientIdentity identity, HttpKeyOpener.Timeouts timeouts) {
    HttpKeySettings settings =
        new HttpKeySettings(url, new IdentitySource.File("not read"), "run 1");
    // The random part is all of the bound.
    Retries retries = new Retries(pauses::add, bound -> bound - 1);
    Ticker ticker = nanos::get;
    return new KeyCache(new HttpKeyOpener(settings, identity, timeouts, retries), ticker);
  }

  private static PemIdentity identity(TestCertificate certificate) {
    try {
      return new PemIdentity(
          "the secret",
          certificate.certificatePem(),
          certificate.keyPem(),
          serverCertificate.certificatePem());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
