package io.exportctl.source.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** An HTTPS server whose answers are written byte by byte; each connection has one answer. */
public final class ScriptedSite implements AutoCloseable {

  private final SSLServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private ScriptedSite(SSLServerSocket server) {
    this.server = server;
    threads.execute(this::accept);
  }

  /** An answer. */
  @FunctionalInterface
  public interface Script {

    void answer(Request request, OutputStream out) throws IOException;
  }

  /**
   * A request.
   *
   * @param headers by their names in lower case
   */
  public record Request(String path, Map<String, String> headers) {

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  public static ScriptedSite start(SSLContext tls) throws IOException {
    return new ScriptedSite(
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return server.getLocalPort();
  }

  public ScriptedSite on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** Answers a path with a status and a body. */
  public ScriptedSite on(String path, int status, String body, String... headers) {
    return on(path, status, body.getBytes(UTF_8), headers);
  }

  public ScriptedSite on(String path, int status, byte[] body, String... headers) {
    return on(path, (request, out) -> reply(out, status, body, headers));
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Paths of all requests, in their order. */
  public List<String> paths() {
    return requests.stream().map(Request::path).toList();
  }

  /** Writes a reply with the length of its body. */
  public static void reply(OutputStream out, int status, byte[] body, String... headers)
      throws IOException {
    head(out, status, body.length, headers);
    out.write(body);
  }

  /** Writes the head of a reply; a negative length is left out. */
  public static void head(OutputStream out, int status, long length, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\n");
    if (length >= 0) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket.getInputStream());
      requests.add(request);
      Script script =
          scripts.getOrDefault(
              request.path(), (asked, out) -> reply(out, 404, "no such page".getBytes(UTF_8)));
      script.answer(request, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The client went away, or does not trust the certificate.
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no request");
      }
      head.write(octet);
    }
    String[] lines = head.toString(ISO_8859_1).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      String[] pair = lines[i].split(":", 2);
      headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
    }
    return new Request(lines[0].split(" ", 3)[1], headers);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
