package io.exportctl.source.cli;

import io.exportctl.source.database.DatabaseSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings of the program from environment variables; each group is read where it is needed. */
final class Settings {

  private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?");
  private static final Pattern S3_FOLDER =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/([A-Za-z0-9/_.-]+/)");
  private static final int KEY_BYTES = 32;
  private static final int CONNECTIONS = 20;

  private final Variables variables;

  Settings(Map<String, String> environment) {
    this.variables = new Variables(environment);
  }

  /** Place of the objects. */
  sealed interface ObjectsPlace {}

  /** Place of the sources' files. */
  sealed interface DatasetsPlace {}

  record Folder(Path path) implements ObjectsPlace, DatasetsPlace {}

  record BucketFolder(String bucket, String prefix) implements DatasetsPlace {}

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
    Optional<String> user = variables.find("STORE_DATABASE_USER");
    Optional<String> password = variables.find("STORE_DATABASE_PASSWORD");
    return new DatabaseSettings(
        url, user, password, IamSettings.tokens(variables, url, user, password), CONNECTIONS);
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

  /** Place with a YAML or JSON file for each source. */
  DatasetsPlace datasets() {
    String place = variables.text("STORE_DATASETS");
    Matcher keys = S3_FOLDER.matcher(place);
    if (keys.matches()) {
      return new BucketFolder(keys.group(1), keys.group(2));
    }
    Path folder = path("STORE_DATASETS", place);
    if (!place.isEmpty() && !Files.isDirectory(folder)) {
      variables.problem("STORE_DATASETS is neither a folder nor like s3://bucket/config/sources/");
    }
    return new Folder(folder);
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
    return new ApiSettings(variables).service();
  }

  /** Ids of clients that may read all tables. */
  Set<String> readersOfAll() {
    return new ApiSettings(variables).readersOfAll();
  }

  /** Settings of the tasks. */
  TaskSettings tasks() {
    return new TaskSettings(variables);
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
