package io.exportctl.source.web.api;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkRefusal;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.hawk.HawkVerifier.Verified;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The HTTP server of the API. */
public final class Server implements AutoCloseable {

  private static final int MOST_BODY = 64 << 10;
  private static final int PAGES_AT_ONCE = 8;
  private static final long WAIT_SECONDS = 5;
  private static final long STOP_SECONDS = 20;
  private static final String JSON = "application/json";

  private final Api api;
  private final Health health;
  private final RequestLog log;
  private final OtherPaths others;
  private final Semaphore pages = new Semaphore(PAGES_AT_ONCE, true);
  private final Javalin javalin;

  private Server(Api api, Health health, RequestLog log, OtherPaths others) {
    this.api = api;
    this.health = health;
    this.log = log;
    this.others = others;
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts a server.
   *
   * @param host to listen on
   * @param port 0 for any free one
   */
  static Server start(
      Api api, Health health, RequestLog log, OtherPaths others, String host, int port) {
    Server server = new Server(api, health, log, others);
    server.javalin.start(host, port);
    return server;
  }

  public int port() {
    return javalin.port();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    // Signatures cover the path as it was sent, so that no path is refused or changed before.
    config.jetty.modifyHttpConfiguration(
        it -> {
          it.setUriCompliance(UriCompliance.UNSAFE);
          it.setSendServerVersion(false);
        });
    config.jetty.modifyServletContextHandler(
        it -> it.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyServer(
        it -> {
          it.setHandler(new GracefulHandler());
          it.setStopTimeout(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        });
    config.routes.before(this::handle);
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          log.failure(e);
          context.status(500).result("");
        });
  }

  private void handle(Context context) throws Exception {
    context.skipRemainingHandlers();
    String path = context.req().getRequestURI();
    switch (path) {
      case "/healthcheck", "/healthcheck/" -> send(context, Reply.json(status("OK")));
      case "/healthcheck/live" -> send(context, Reply.json(status("OK")));
      case "/healthcheck/ready" -> send(context, health.ready());
      default -> {
        if (path.startsWith("/api/")) {
          signed(context, path);
        } else {
          others.handle(context);
        }
      }
    }
  }

  private static Map<String, String> status(String status) {
    return Map.of("status", status);
  }

  private void signed(Context context, String path) throws IOException, InterruptedException {
    String query = Optional.ofNullable(context.queryString()).orElse("");
    byte[] body = context.bodyInputStream().readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      send(context, Reply.error(413, "the body is larger than 64 KiB"));
      return;
    }
    try {
      Verified verified =
          api.verify(
              new HawkVerifier.Request(
                  context.req().getMethod(),
                  context.queryString() == null ? path : path + "?" + query,
                  Optional.ofNullable(context.header("Authorization")),
                  Optional.ofNullable(context.header("Content-Type")).orElse(""),
                  body));
      answer(context, verified, path, query);
    } catch (HawkRefusal e) {
      log.refusal(e.getMessage());
      if (!e.challenge().isEmpty()) {
        context.header("WWW-Authenticate", e.challenge());
      }
      send(context, e.status() == 400 ? Reply.error(400, e.getMessage()) : Reply.empty(401));
    } catch (StoreException e) {
      log.failure(e);
      send(context, busy(e));
    }
  }

  private static Reply busy(StoreException e) {
    return e.fault().code().equals("database-unreachable")
        ? Reply.error(503, "the database cannot be reached; try again")
        : Reply.empty(500);
  }

  private void answer(Context context, Verified verified, String path, String query)
      throws IOException, InterruptedException {
    Optional<Api.Target> target = api.target(path);
    if (target.isEmpty()) {
      send(context, verified, path, Reply.notFound());
      return;
    }
    if (!pages.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
      send(context, verified, path, Reply.error(503, "too many requests at once; try again"));
      return;
    }
    try {
      if (target.get().answer().equals("export")) {
        export(context, verified, target.get(), path, query);
      } else {
        send(context, verified, path, api.answer(verified.client(), target.get(), path, query));
      }
    } finally {
      pages.release();
    }
  }

  /** The body is not known when its signature is sent, which therefore covers the rest only. */
  private void export(
      Context context, Verified verified, Api.Target target, String path, String query)
      throws IOException {
    Export export = api.export(verified.client(), target, path, query);
    if (export.table().isEmpty()) {
      send(context, verified, path, export.otherwise());
      return;
    }
    context.header("Server-Authorization", verified.signWithoutBody());
    context.status(200).header("Content-Type", export.format().type());
    api.write(export, context.outputStream());
    log.request(verified.client(), path, 200);
  }

  private void send(Context context, Verified verified, String path, Reply reply) {
    context.header("Server-Authorization", verified.sign(JSON, reply.body()));
    send(context, reply);
    log.request(verified.client(), path, reply.status());
  }

  private static void send(Context context, Reply reply) {
    if (reply.status() == 503) {
      context.header("Retry-After", "1");
    }
    context.status(reply.status()).header("Content-Type", JSON).result(reply.body());
  }

  /** Waits for the requests that are being answered, but not for long; no more are taken. */
  @Override
  public void close() {
    health.stop();
    javalin.stop();
  }
}
