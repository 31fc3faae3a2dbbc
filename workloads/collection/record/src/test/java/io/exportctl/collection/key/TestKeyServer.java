package io.exportctl.collection.key;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key service over the JDK's HTTPS server, which asks for certificates. It opens a text such as
 * {@code sealed 16} to so many bytes, and answers 400 to others.
 */
final class TestKeyServer implements AutoCloseable {

  /** An answer instead of the usual one. */
  record Answer(int status, Map<String, String> headers, String body) {

    /** Closes the connection in the middle. */
    static final Answer BREAK = new Answer(-1, Map.of(), "");

    /** Does not answer before the server ends. */
    static final Answer HANG = new Answer(-2, Map.of(), "");

    static Answer of(int status) {
      return new Answer(status, Map.of(), "");
    }
  }

  /** Answers to the next requests; the last one stays. */
  final Queue<Answer> script = new ConcurrentLinkedQueue<>();

  /** Queries and bodies of the requests. */
  final Queue<String> requests = new ConcurrentLinkedQueue<>();

  /** Time that each usual answer takes. */
  volatile Duration delay = Duration.ZERO;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;

  /**
   * Starts a server.
   *
   * @param trusted the clients' certificates
   */
  TestKeyServer(TestCertificate ours, List<TestCertificate> trusted)
      throws IOException, GeneralSecurityException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new WithClientCertificates(context(ours, trusted)));
    server.setExecutor(threads);
    server.createContext("/datakey/actions/decrypt", this::handle);
    server.start();
  }

  static String sealed(int bytes) {
    return "sealed " + bytes;
  }

  URI url() {
    return URI.create(
        "https://127.0.0.1:" + server.getAddress().getPort() + "/datakey/actions/decrypt");
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestURI().getRawQuery() + " " + body);
      Answer scripted = script.size() > 1 ? script.poll() : script.peek();
      Answer answer = scripted == null || scripted.status() == 0 ? usual(body) : scripted;
      if (answer.equals(Answer.BREAK)) {
        exchange.sendResponseHeaders(200, 1000);
        return;
      }
      if (answer.equals(Answer.HANG)) {
        await();
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer usual(String body) {
    if (!body.startsWith("sealed ")) {
      return Answer.of(400);
    }
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] key = new byte[Integer.parseInt(body.replaceAll("sealed ([0-9]+).*", "$1"))];
    Arrays.fill(key, (byte) 7);
    String text = Base64.getEncoder().encodeToString(key);
    return new Answer(200, Map.of(), "{\"plaintextDataKey\":\"" + text + "\"}");
  }

  private static SSLContext context(TestCertificate ours, List<TestCertificate> trusted)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(ours.store(), TestCertificate.PASSWORD);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (TestCertificate client : trusted) {
      store.setCertificateEntry("client " + store.size(), client.certificate());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Refuses clients without a certificate. */
  private static final class WithClientCertificates extends HttpsConfigurator {

    WithClientCertificates(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
      ssl.setNeedClientAuth(true);
      parameters.setSSLParameters(ssl);
    }
  }
}
