package io.exportctl.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The tables as an analyst finds them: by the catalogue, from the files at its locations. */
final class LandedTables {

  private static final String LANDING = "e2e-landing";
  private static final String CURATED = "e2e-curated";

  private final Deployment deployment;
  private final Path root;
  private final GlueClient glue;

  LandedTables(Deployment deployment, Path root) {
    this.deployment = deployment;
    this.root = root;
    this.glue =
        GlueClient.builder()
            .endpointOverride(URI.create(deployment.environment().get("AWS_ENDPOINT_URL")))
            .region(Region.EU_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  List<String> databases() {
    return glue.getDatabases(request -> {}).databaseList().stream()
        .map(Database::name)
        .sorted()
        .toList();
  }

  /** Returns the names of a database's tables, sorted. */
  List<String> names(String database) {
    return glue.getTables(request -> request.databaseName(database)).tableList().stream()
        .map(Table::name)
        .sorted()
        .toList();
  }

  /** Returns the names of a table's columns, without those of its partitions. */
  List<String> columns(String database, String table) {
    return table(database, table).storageDescriptor().columns().stream().map(Column::name).toList();
  }

  private Table table(String database, String table) {
    return glue.getTable(request -> request.databaseName(database).name(table)).table();
  }

  /** Reads the rows of a table, or of all its partitions, sorted by a column. */
  List<Map<String, Object>> rows(String database, String table, String sortedBy)
      throws IOException, SQLException {
    List<String> files = new ArrayList<>();
    for (String location : locations(database, table)) {
      files.addAll(download(location));
    }
    String columns = String.join("\", \"", columns(database, table));
    String query =
        "SELECT \"%s\" FROM read_parquet(['%s'], union_by_name = true) ORDER BY \"%s\""
            .formatted(columns, String.join("', '", files), sortedBy);
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> locations(String database, String name) {
    Table table = table(database, name);
    if (table.partitionKeys().isEmpty()) {
      return List.of(table.storageDescriptor().location());
    }
    return glue
        .getPartitions(request -> request.databaseName(database).tableName(name))
        .partitions()
        .stream()
        .map(Partition::storageDescriptor)
        .map(descriptor -> descriptor.location())
        .toList();
  }

  /** Downloads the files of a folder, such as {@code s3://bucket/folder/}. */
  private List<String> download(String location) throws IOException {
    String prefix = location.substring(("s3://" + CURATED + "/").length());
    List<String> files = new ArrayList<>();
    for (String key : keys(CURATED, prefix)) {
      Path file = root.resolve("tables").resolve(key.replace('=', '_'));
      if (Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        deployment.s3.getObject(request -> request.bucket(CURATED).key(key), file);
      }
      files.add(file.toString());
    }
    return files;
  }

  /** Returns the keys of the verdicts on a dataset's extractions, sorted. */
  List<String> verdicts(String dataset) {
    return keys(LANDING, dataset + "/results/");
  }

  JSONObject newestVerdict(String dataset) {
    List<String> keys = verdicts(dataset);
    String newest = keys.get(keys.size() - 1);
    return new JSONObject(
        deployment
            .s3
            .getObjectAsBytes(request -> request.bucket(LANDING).key(newest))
            .asUtf8String());
  }

  /** Returns the number of files in both buckets. */
  int files() {
    return Stream.of(LANDING, CURATED).mapToInt(bucket -> keys(bucket, "").size()).sum();
  }

  private List<String> keys(String bucket, String prefix) {
    return deployment
        .s3
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .sorted()
        .toList();
  }
}
