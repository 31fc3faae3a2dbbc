package io.exportctl.source.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.DatabaseNonces;
import io.exportctl.source.database.Database;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.load.Halt;
import io.exportctl.source.load.Loader;
import io.exportctl.source.tasks.TaskQueue;
import io.exportctl.source.upload.Intake;
import io.exportctl.source.upload.Person;
import io.exportctl.source.upload.UploadLoad;
import io.exportctl.source.upload.Uploads;
import io.exportctl.source.web.api.ApiServer;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.api.Server;
import io.exportctl.source.web.login.DemoProvider;
import io.exportctl.source.web.login.IdentityProvider;
import io.exportctl.source.web.login.Login;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.upload.Parts;
import io.exportctl.source.web.upload.Receiver;
import io.exportctl.source.web.upload.UploadSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Running pages over a store, and browsers that know no more than cookies. */
public final class TestSite implements AutoCloseable {

  /** Address by which browsers know the server, which listens elsewhere. */
  public static final String PUBLIC = "https://store.example.org";

  public static final int MOST_BYTES = 200_000;

  private static final List<Person> PEOPLE =
      List.of(
          new Person("ada", "Ada Example", Optional.of("ada@example.org"), List.of("managers")),
          new Person("ben", "Ben <b>Example</b>", Optional.empty(), List.of("others")));
  private static final Pattern CSRF = Pattern.compile("csrf=([A-Za-z0-9_-]{43})");

  private final TestStore store;
  private final Path datasets;
  private final Catalogue catalogue;
  private final Server server;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final AtomicLong freeBytes = new AtomicLong(Long.MAX_VALUE);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestSite(TestStore store, Path folder, IdentityProvider provider) throws IOException {
    this.store = store;
    this.datasets = Files.createDirectories(folder.resolve("datasets"));
    this.catalogue = new Catalogue(datasets);
    Path temporary = Files.createDirectories(temporary(folder));
    Database database = store.database().database();
    RequestLog requests = new RequestLog(new PrintStream(log, true, UTF_8), InstantSource.system());
    Pages pages = new Pages(provider.origin(), true);
    Uploads uploads = new Uploads(database);
    Intake intake = new Intake(uploads, store.objects(), temporary);
    Parts parts = new Parts(catalogue, database, uploads, intake, TaskQueue::upload, pages);
    Login login = new Login(provider, database, pages, true, new SecureRandom(), requests::refusal);
    UploadSite site =
        new UploadSite(
            parts, login, new Receiver(temporary, MOST_BYTES, freeBytes::get), PUBLIC, requests);
    this.server =
        new ApiServer(
                catalogue,
                database,
                new HawkVerifier(
                    client -> Optional.empty(),
                    new DatabaseNonces(database),
                    List.of("store.example.org:443"),
                    InstantSource.system()),
                requests,
                PUBLIC,
                Set.of(),
                1000,
                "TIMESTAMP")
            .start("127.0.0.1", 0, site);
  }

  /** Starts pages whose sign-in is that of the demonstration. */
  public static TestSite start(TestStore store, Path folder) throws IOException {
    return start(store, folder, new DemoProvider(PEOPLE));
  }

  public static TestSite start(TestStore store, Path folder, IdentityProvider provider)
      throws IOException {
    return new TestSite(store, folder, provider);
  }

  /** Folder of files that are being received or read. */
  public static Path temporary(Path folder) {
    return folder.resolve("temporary");
  }

  /** Adds a source to which the group {@code managers} uploads. */
  public void add(String name, String... keys) throws IOException {
    Files.writeString(
        datasets.resolve(name + ".yaml"),
        "name: %s%nschema: org.%s%nupload: {by: [managers]}%nreaders: [reader]%n"
                .formatted(name, name)
            + String.join("\n", keys));
    assertThat(catalogue.reload()).isEmpty();
  }

  /** Makes the disk as full as this. */
  public void setFreeBytes(long bytes) {
    freeBytes.set(bytes);
  }

  /** Loads all uploads that were confirmed, as a worker does. */
  public void work() throws Exception {
    Loader loader =
        new Loader(store.database().database(), store.objects(), store.folder(), Halt.NEVER);
    UploadLoad load = new UploadLoad(store.database().database(), catalogue, loader);
    for (String id :
        store.database().query("delete from operations.scheduled_tasks returning task_instance")) {
      load.run(UUID.fromString(id));
    }
  }

  public HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  public int port() {
    return server.port();
  }

  public String log() {
    return log.toString(UTF_8);
  }

  /** Returns the cookie of a name that a reply sets. */
  public static String cookie(HttpResponse<String> reply, String name) {
    return reply.headers().allValues("Set-Cookie").stream()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.replaceFirst(";.*", ""))
        .findFirst()
        .orElseThrow();
  }

  public static String location(HttpResponse<String> reply) {
    return reply.headers().firstValue("Location").orElseThrow();
  }

  /** Signs a person in. */
  public Browser signIn(String person) throws Exception {
    HttpResponse<String> begun = send(request("/login").build());
    String state = location(begun).replaceFirst(".*state=", "");
    HttpResponse<String> done =
        send(
            request("/login/authorised?code=" + person + "&state=" + state)
                .header("Cookie", cookie(begun, "__Host-login"))
                .build());
    Browser browser = new Browser(cookie(done, "__Host-session"), "");
    Matcher csrf = CSRF.matcher(browser.get("/upload/").body());
    assertThat(csrf.find()).isTrue();
    return new Browser(browser.session(), csrf.group(1));
  }

  /** A browser with a session. */
  public final class Browser {

    private final String session;
    private final String csrf;

    private Browser(String session, String csrf) {
      this.session = session;
      this.csrf = csrf;
    }

    public String session() {
      return session;
    }

    public String csrf() {
      return csrf;
    }

    public HttpResponse<String> get(String path) throws Exception {
      return send(request(path).header("Cookie", session).build());
    }

    /** Sends a form, with its fields in turn. */
    public HttpResponse<String> post(String path, String... fields) throws Exception {
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < fields.length; i += 2) {
        body.append(i > 0 ? "&" : "").append(fields[i]).append('=');
        body.append(URLEncoder.encode(fields[i + 1], UTF_8));
      }
      return send(
          form(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body.toString()))
              .build());
    }

    /** Sends a file. */
    public HttpResponse<String> upload(String source, String name, byte[] bytes) throws Exception {
      return send(upload(source, name, BodyPublishers.ofByteArray(multipart(name, bytes))).build());
    }

    public HttpRequest.Builder upload(String source, String name, BodyPublisher body) {
      return form("/upload/" + source + "/", "multipart/form-data; boundary=xxBoundaryxx", body);
    }

    private HttpRequest.Builder form(String path, String type, BodyPublisher body) {
      return request(path + "?csrf=" + csrf)
          .header("Cookie", session)
          .header("Origin", PUBLIC)
          .header("Content-Type", type)
          .POST(body);
    }

    /** Uploads a file, and returns the path of its check page. */
    public String check(String source, String text) throws Exception {
      HttpResponse<String> reply = upload(source, "file.csv", text.getBytes(UTF_8));
      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
      return location(reply);
    }
  }

  /** The body of a form with a file. */
  public static byte[] multipart(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--xxBoundaryxx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";
    body.write(head.formatted(name).getBytes(UTF_8));
    body.write(bytes);
    body.write("\r\n--xxBoundaryxx--\r\n".getBytes(UTF_8));
    return body.toByteArray();
  }

  /** The fields of a form that takes the proposed types of all columns of a check page. */
  public static String[] proposed(String page) {
    Matcher selects =
        Pattern.compile(
                "name=\"(type_[0-9]+)\".*?<option value=\"([^\"]*)\" selected", Pattern.DOTALL)
            .matcher(page);
    List<String> fields = new ArrayList<>(List.of("answer", "yes", "revision", "0"));
    while (selects.find()) {
      fields.add(selects.group(1));
      fields.add(selects.group(2));
    }
    return fields.toArray(String[]::new);
  }

  @Override
  public void close() {
    server.close();
  }
}
