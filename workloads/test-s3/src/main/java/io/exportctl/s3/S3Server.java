package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * HTTP server in front of {@link FaultS3}, on loopback, with path-style addresses and without
 * checks of signatures. It also sends the raw answers of faults.
 */
public final class S3Server implements AutoCloseable {

  static {
    // Otherwise every answer with a body waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final FaultS3 s3;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger callsLeft = new AtomicInteger(Integer.MAX_VALUE);

  private S3Server(FaultS3 s3, HttpServer server) {
    this.s3 = s3;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any free port
   */
  public static S3Server start(FaultS3 s3, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    S3Server it = new S3Server(s3, HttpServer.create(address, 1024));
    it.server.createContext("/", it::handle);
    it.server.setExecutor(it.threads);
    it.server.start();
    return it;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Cuts the client off after this many calls: the last one takes effect without an answer, and
   * later ones do not arrive.
   */
  public void cutAfter(int calls) {
    callsLeft.set(calls);
  }

  /** Returns true if the client has made the last call that {@link #cutAfter} allowed. */
  public boolean hasCut() {
    return callsLeft.get() <= 0;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WireRequest request = WireRequest.read(exchange);
      int left = callsLeft.getAndDecrement();
      if (left <= 0) {
        return;
      }
      answer(exchange, request, left == 1);
    }
  }

  /** Answers a request. Without an answer, the connection is closed. */
  private void answer(HttpExchange exchange, WireRequest request, boolean withheld)
      throws IOException {
    boolean head = request.method().equals("HEAD");
    try {
      Optional<Redirect> redirect = s3.redirect(request);
      if (redirect.isPresent()) {
        send(exchange, redirect.get(), head);
        return;
      }
      Route route = Route.of(request);
      Route.Reply reply =
          route.caller().call(s3, request.to(route.builder().get()), request.body());
      if (!withheld) {
        send(exchange, route, reply);
      }
    } catch (RawAnswer e) {
      send(exchange, e);
    } catch (S3Exception e) {
      String code = e.awsErrorDetails().errorCode();
      String message = e.awsErrorDetails().errorMessage();
      if (!withheld) {
        send(exchange, e.statusCode(), head ? "" : XmlWriter.error(code, message));
      }
    } catch (Crash e) {
      exchange.close();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      send(exchange, 500, head ? "" : XmlWriter.error("InternalError", "a fault of FaultS3: " + e));
    }
  }

  private static void send(HttpExchange exchange, Route route, Route.Reply reply)
      throws IOException {
    ResponseHeaders.write(reply.response(), exchange.getResponseHeaders());
    if (reply.bytes().isPresent()) {
      try (InputStream bytes = reply.bytes().get()) {
        send(exchange, bytes);
      }
    } else if (route.method().equals("DELETE")) {
      exchange.sendResponseHeaders(204, -1);
    } else {
      send(exchange, 200, XmlWriter.write(reply.response(), route.root()));
    }
  }

  private static void send(HttpExchange exchange, Redirect redirect, boolean head)
      throws IOException {
    redirect.region().ifPresent(it -> exchange.getResponseHeaders().set(Redirect.HEADER, it));
    String body = XmlWriter.error(redirect.code(), "the bucket is in another Region");
    send(exchange, redirect.status(), head ? "" : body);
  }

  private static void send(HttpExchange exchange, InputStream bytes) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    long length = Long.parseLong(headers.getFirst("Content-Length"));
    int status = headers.containsKey("Content-Range") ? 206 : 200;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    OutputStream body = exchange.getResponseBody();
    byte[] buffer = new byte[1 << 16];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      body.write(buffer, 0, count);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void send(HttpExchange exchange, RawAnswer answer) throws IOException {
    switch (answer.end()) {
      case WHOLE -> send(exchange, answer.status(), answer.body());
      case CUT -> {
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length + 100L);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
      }
      case RESET -> exchange.close();
      case SILENCE -> await();
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
