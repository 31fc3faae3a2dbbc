package io.exportctl.source.cli;

import io.exportctl.source.database.DatabaseSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings of the program from environment variables; each group is read where it is needed. */
final class Settings {

  private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?");
  private static final int KEY_BYTES = 32;
  private static final int CONNECTIONS = 20;
  private static final int MOST_ORIGINS = 3;

  private final Variables variables;

  Settings(Map<String, String> environment) {
    this.variables = new Variables(environment);
  }

  /** Place of the objects. */
  sealed interface ObjectsPlace {}

  record Folder(Path path) implements ObjectsPlace {}

  record Bucket(String name) implements ObjectsPlace {}

  /**
   * Settings of the API.
   *
   * @param publicUrl without a slash at its end
   * @param origins that clients may sign for, as {@code host:port}
   * @param pageSize rows of a page
   * @param keepHours hours for which a superseded version stays
   */
  record Service(
      String publicUrl,
      List<String> origins,
      int port,
      int pageSize,
      int keepHours,
      String timestampWord) {}

  DatabaseSettings database() {
    String url = variables.text("STORE_DATABASE_URL");
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      variables.problem("STORE_DATABASE_URL does not begin with jdbc:postgresql:");
    }
    return new DatabaseSettings(
        url,
        variables.find("STORE_DATABASE_USER"),
        variables.find("STORE_DATABASE_PASSWORD"),
        CONNECTIONS);
  }

  ObjectsPlace objects() {
    String place = variables.text("STORE_OBJECTS");
    Matcher bucket = S3.matcher(place);
    if (bucket.matches()) {
      return new Bucket(bucket.group(1));
    }
    if (!place.isEmpty() && !place.startsWith("file:")) {
      variables.problem("STORE_OBJECTS is neither like s3://bucket nor like file:/folder");
    }
    return new Folder(path("STORE_OBJECTS", place));
  }

  /** Folder with a YAML or JSON file for each source. */
  Path datasets() {
    Path folder = path("STORE_DATASETS", variables.text("STORE_DATASETS"));
    if (variables.find("STORE_DATASETS").isPresent() && !Files.isDirectory(folder)) {
      variables.problem("STORE_DATASETS is not a folder");
    }
    return folder;
  }

  private Path path(String name, String text) {
    try {
      return Path.of(text.replaceFirst("^file:(//)?", ""));
    } catch (InvalidPathException e) {
      variables.problem(name + " is not a path");
      return Path.of("");
    }
  }

  /** Key under which the keys of clients are sealed, 32 bytes. */
  byte[] key() {
    String text = variables.text("STORE_KEY");
    byte[] key = new byte[0];
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // The problem is the same as with another length.
    }
    if (!text.isEmpty() && key.length != KEY_BYTES) {
      variables.problem("STORE_KEY is not 32 bytes in base64; \"store keygen\" makes one");
    }
    return key.length == KEY_BYTES ? key : new byte[KEY_BYTES];
  }

  Service service() {
    String url = variables.text("STORE_PUBLIC_URL").replaceFirst("/+$", "");
    Optional<String> origin = origin(url);
    if (!url.isEmpty() && origin.isEmpty()) {
      variables.problem("STORE_PUBLIC_URL is not like https://store.example.org");
    }
    List<String> origins =
        variables
            .find("STORE_HAWK_ORIGINS")
            .map(it -> Stream.of(it.split(",", -1)).map(String::strip).toList())
            .orElse(origin.stream().toList());
    if (origins.size() > MOST_ORIGINS
        || !origins.stream().allMatch(it -> it.matches("[a-z0-9.-]+:[0-9]{1,5}"))) {
      variables.problem("STORE_HAWK_ORIGINS is not 1 to 3 times host:port, with commas between");
    }
    String word = variables.find("STORE_TIMESTAMP_WORD").orElse("TIMESTAMP");
    if (!word.equals("TIMESTAMP") && !word.equals("TIMESTAMP WITHOUT TIME ZONE")) {
      variables.problem(
          "STORE_TIMESTAMP_WORD is neither TIMESTAMP nor TIMESTAMP WITHOUT TIME ZONE");
    }
    return new Service(
        url,
        origins,
        variables.number("STORE_PORT", 8080, 0, 65_535),
        variables.number("STORE_PAGE_SIZE", 1000, 1, 10_000),
        variables.number("STORE_KEEP_HOURS", 24, 1, 10_000),
        word);
  }

  /** Number of tasks that run at once; 0 for a process that only serves. */
  int workers() {
    return variables.number("STORE_WORKERS", 1, 0, 16);
  }

  private static Optional<String> origin(String url) {
    try {
      URI uri = new URI(url);
      boolean fine =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
      if (!fine) {
        return Optional.empty();
      }
      int usual = uri.getScheme().equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Sign-in of people; missing if no variable of it is set, and then there are no pages. */
  Optional<SignInSettings> signIn() {
    return SignInSettings.read(variables);
  }

  /** Most bytes of an upload. */
  long mostUploadBytes() {
    return variables.number("STORE_MAX_UPLOAD_MB", 1024, 1, 100_000) * 1_000_000L;
  }

  /** Endpoint of an emulator of AWS. */
  Optional<URI> awsEndpoint() {
    return variables.find("AWS_ENDPOINT_URL").map(URI::create);
  }

  /** Refuses what was wrong, all of it at once. */
  void end() {
    variables.end();
  }
}
