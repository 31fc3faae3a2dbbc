package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A loopback HTTP server that plays back answers and records the requests of the SDK's client. */
final class WireS3 implements AutoCloseable {

  /** A request; its path is not decoded. */
  record Request(String method, String uri, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(it -> it.getKey().equalsIgnoreCase(name))
          .map(it -> it.getValue().get(0))
          .findFirst()
          .orElse("-");
    }
  }

  private record Answer(int status, String body, Map<String, String> headers) {}

  final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final HttpServer server;

  WireS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  WireS3 answer(int status, String body) {
    return answer(status, body, Map.of());
  }

  WireS3 answer(int status, String body, Map<String, String> headers) {
    answers.add(new Answer(status, body, headers));
    return this;
  }

  /** Answers HEAD with a version "v1" of 3 bytes. */
  WireS3 answerHead() {
    return answer(
        200, "", Map.of("ETag", "\"e1\"", "x-amz-version-id", "v1", "Content-Length", "3"));
  }

  WireS3 answerCopied() {
    return answer(200, "<CopyObjectResult><ETag>\"e1\"</ETag></CopyObjectResult>", Map.of());
  }

  WireS3 answerDeleted() {
    return answer(204, "", Map.of("x-amz-version-id", "v2", "x-amz-delete-marker", "true"));
  }

  /** The function's own client with the server's address and test credentials. */
  S3Client client() {
    return AwsClients.s3(
        it ->
            it.endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_WEST_2)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"))));
  }

  List<String> lines() {
    return requests.stream().map(it -> it.method() + " " + it.uri()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    Answer answer = answers.remove();
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
