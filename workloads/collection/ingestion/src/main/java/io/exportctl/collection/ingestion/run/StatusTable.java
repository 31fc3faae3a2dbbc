package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Table of DynamoDB with the states of a platform's pipelines: one row a run. */
public final class StatusTable implements Consumer<RunRecord> {

  private static final Duration KEPT = Duration.ofDays(104 * 7);

  private final String table;
  private final JobFile job;
  private final String cluster;
  private final DynamoDbClient client;

  private StatusTable(String table, JobFile job, String cluster, DynamoDbClient client) {
    this.table = table;
    this.job = job;
    this.cluster = cluster;
    this.client = client;
  }

  /**
   * Returns the table that the job names.
   *
   * @param cluster id of the job's run on EMR Serverless
   */
  public static Optional<StatusTable> of(JobFile job, String cluster) {
    return job.statusTable().map(it -> new StatusTable(it, job, cluster, client(job)));
  }

  private static DynamoDbClient client(JobFile job) {
    return DynamoDbClient.builder()
        .region(Region.of(job.region()))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /**
   * Writes a run's state.
   *
   * @throws IngestionException if the table cannot be written
   */
  @Override
  public void accept(RunRecord record) {
    Instant expires = record.started().plus(KEPT);
    Map<String, AttributeValue> item = new TreeMap<>();
    item.put("Correlation_Id", AttributeValue.fromS(record.run()));
    item.put("DataProduct", AttributeValue.fromS("CDI-" + job.collection()));
    item.put("Run_Id", AttributeValue.fromS("0"));
    item.put("Status", AttributeValue.fromS(status(record.state())));
    item.put("Cluster_Id", AttributeValue.fromS(cluster));
    item.put("Date", AttributeValue.fromS(record.exportDate().toString()));
    item.put("TimeToExist", AttributeValue.fromN(String.valueOf(expires.getEpochSecond())));
    try {
      client.putItem(it -> it.tableName(table).item(item));
    } catch (SdkException e) {
      throw IngestionException.failed(
          "status-table",
          "the status table '%s' cannot be written (%s); check its name and the role's permissions"
              .formatted(table, e.getClass().getSimpleName()),
          e);
    }
  }

  private static String status(RunState state) {
    return switch (state) {
      case IN_PROGRESS -> "In-Progress";
      case COMPLETED, NOTHING_NEW -> "Completed";
      case FAILED -> "Failed";
    };
  }
}
