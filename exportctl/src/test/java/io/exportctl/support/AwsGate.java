package io.exportctl.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.json.JSONArray;
import org.json.JSONObject;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;

/**
 * HTTP server in front of an emulator of AWS. It notes which actions are asked for, refuses some of
 * them as IAM would, and does two things that the emulator cannot: it takes CloudWatch's requests
 * in CBOR, and moves the messages of a dead-letter queue.
 */
public final class AwsGate implements AutoCloseable {

  private static final Set<String> NOT_FORWARDED =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
  private static final String CBOR = "application/cbor";
  private static final String CLOUD_WATCH = "/service/GraniteServiceVersion20100801/operation/";

  private final URI emulator;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private volatile Optional<String> account = Optional.empty();
  private final Map<String, Long> moves = new TreeMap<>();

  private AwsGate(URI emulator, HttpServer server) {
    this.emulator = emulator;
    this.server = server;
  }

  public static AwsGate before(URI emulator) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AwsGate gate = new AwsGate(emulator, server);
      server.createContext("/", gate::answer);
      server.setExecutor(gate.threads);
      server.start();
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Refuses these actions from now on, and forgets what was asked for. */
  public void refuse(String... actions) {
    refused.clear();
    refused.addAll(List.of(actions));
    asked.clear();
  }

  /** Has the emulator take the caller's credentials for those of this account. */
  public void actAs(Optional<String> number) {
    account = number;
  }

  /** Returns the actions that were asked for, sorted. */
  public Set<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String action = action(exchange, body);
      asked.add(action);
      if (refused.contains(action)) {
        refuse(exchange, action);
      } else if (action.equals("sqs:StartMessageMoveTask")) {
        send(exchange, 200, "application/x-amz-json-1.0", move(exchange, body));
      } else if (action.equals("sqs:ListMessageMoveTasks")) {
        send(exchange, 200, "application/x-amz-json-1.0", moves(body));
      } else if (action.startsWith("cloudwatch:")) {
        askCloudWatch(exchange, action.substring("cloudwatch:".length()), body);
      } else {
        forward(exchange, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String service(HttpExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return authorization == null ? "" : authorization.split("/", 5)[3];
  }

  /** Returns the action of IAM that a request needs. */
  private static String action(HttpExchange exchange, byte[] body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String path = exchange.getRequestURI().getPath();
    String service = service(exchange);
    if (path.startsWith(CLOUD_WATCH)) {
      return "cloudwatch:" + path.substring(CLOUD_WATCH.length());
    }
    if (target != null) {
      return service + ":" + target.substring(target.indexOf('.') + 1);
    }
    return switch (service) {
      case "lambda" -> "lambda:GetFunctionConfiguration";
      case "scheduler" -> "scheduler:GetSchedule";
      case "s3" -> s3(exchange, path);
      default ->
          service + ":" + new String(body, UTF_8).replaceFirst("(?s).*Action=(\\w+).*", "$1");
    };
  }

  private static String s3(HttpExchange exchange, String path) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    boolean isBucket = path.indexOf('/', 1) < 0 || path.indexOf('/', 1) == path.length() - 1;
    return switch (exchange.getRequestMethod()) {
      case "PUT" -> "s3:PutObject";
      case "DELETE" -> "s3:DeleteObject";
      default ->
          isBucket
              ? "s3:ListBucket"
              : query.contains("tagging") ? "s3:GetObjectTagging" : "s3:GetObject";
    };
  }

  /** Answers as the service does where IAM refuses. */
  private static void refuse(HttpExchange exchange, String action) throws IOException {
    String message = "User: arn:aws:iam::123456789012:user/x is not authorized: " + action;
    switch (action.substring(0, action.indexOf(':'))) {
      case "iam", "sts" ->
          send(
              exchange,
              403,
              "text/xml",
              "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
                  + message
                  + "</Message></Error></ErrorResponse>");
      case "s3" ->
          send(exchange, 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>");
      case "cloudwatch" -> {
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
        JSONObject error = new JSONObject().put("__type", "AccessDenied").put("message", message);
        send(exchange, 403, CBOR, cbor(error.toString()));
      }
      default -> {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", "AccessDeniedException");
        JSONObject error =
            new JSONObject().put("__type", "AccessDeniedException").put("message", message);
        send(exchange, 400, "application/x-amz-json-1.0", error.toString());
      }
    }
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    account.ifPresent(number -> request.header("x-moto-account-id", number));
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    if (exchange.getRequestMethod().equals("HEAD")) {
      response
          .headers()
          .firstValue("content-length")
          .ifPresent(length -> exchange.getResponseHeaders().set("content-length", length));
      exchange.sendResponseHeaders(response.statusCode(), -1);
      return;
    }
    write(exchange, response.statusCode(), response.body());
  }

  /** Asks the emulator in JSON, which it understands. */
  private void askCloudWatch(HttpExchange exchange, String operation, byte[] body)
      throws IOException, InterruptedException {
    String answer =
        ask(exchange, "GraniteServiceVersion20100801." + operation, json(body)).toString();
    exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
    send(exchange, 200, CBOR, cbor(answer));
  }

  private JSONObject ask(HttpExchange exchange, String target, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(emulator.resolve("/"))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(target + ": " + response.statusCode() + " " + response.body());
    }
    return response.body().isBlank() ? new JSONObject() : new JSONObject(response.body());
  }

  /** Moves the messages of a queue to another, at once. */
  private String move(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    JSONObject task = new JSONObject(new String(body, UTF_8));
    String from = url(exchange, task.getString("SourceArn"));
    String to = url(exchange, task.getString("DestinationArn"));
    long moved = 0;
    for (JSONArray batch = receive(exchange, from);
        !batch.isEmpty();
        batch = receive(exchange, from)) {
      for (int i = 0; i < batch.length(); i++) {
        JSONObject message = batch.getJSONObject(i);
        JSONObject sent =
            new JSONObject()
                .put("QueueUrl", to)
                .put("MessageBody", message.getString("Body"))
                .put("MessageAttributes", message.optJSONObject("MessageAttributes"));
        ask(exchange, "AmazonSQS.SendMessage", sent.toString());
        JSONObject deleted =
            new JSONObject()
                .put("QueueUrl", from)
                .put("ReceiptHandle", message.getString("ReceiptHandle"));
        ask(exchange, "AmazonSQS.DeleteMessage", deleted.toString());
        moved++;
      }
    }
    moves.put(task.getString("SourceArn"), moved);
    return new JSONObject().put("TaskHandle", "task").toString();
  }

  private JSONArray receive(HttpExchange exchange, String url)
      throws IOException, InterruptedException {
    JSONObject request =
        new JSONObject()
            .put("QueueUrl", url)
            .put("MaxNumberOfMessages", 10)
            .put("MessageAttributeNames", List.of("All"));
    JSONArray messages =
        ask(exchange, "AmazonSQS.ReceiveMessage", request.toString()).optJSONArray("Messages");
    return messages == null ? new JSONArray() : messages;
  }

  private String url(HttpExchange exchange, String arn) throws IOException, InterruptedException {
    JSONObject request = new JSONObject().put("QueueName", arn.substring(arn.lastIndexOf(':') + 1));
    return ask(exchange, "AmazonSQS.GetQueueUrl", request.toString()).getString("QueueUrl");
  }

  private String moves(byte[] body) {
    String from = new JSONObject(new String(body, UTF_8)).getString("SourceArn");
    JSONArray results = new JSONArray();
    if (moves.containsKey(from)) {
      results.put(
          new JSONObject()
              .put("Status", "COMPLETED")
              .put("SourceArn", from)
              .put("ApproximateNumberOfMessagesMoved", moves.get(from)));
    }
    return new JSONObject().put("Results", results).toString();
  }

  private static String json(byte[] cbor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser parser = new CBORFactory().createParser(cbor);
        JsonGenerator generator = new JsonFactory().createGenerator(bytes)) {
      copy(parser, generator);
    }
    return bytes.toString(UTF_8);
  }

  private static byte[] cbor(String json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser parser = new JsonFactory().createParser(json);
        JsonGenerator generator = new CBORFactory().createGenerator(bytes)) {
      copy(parser, generator);
    }
    return bytes.toByteArray();
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    parser.nextToken();
    generator.copyCurrentStructure(parser);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    write(exchange, status, body);
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
