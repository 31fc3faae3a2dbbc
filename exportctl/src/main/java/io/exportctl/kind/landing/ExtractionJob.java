package io.exportctl.kind.landing;

import io.exportctl.dataset.Fields;
import io.exportctl.text.JsonWriter;

/**
 * The job that extracts a database, in the service's Kubernetes namespace.
 *
 * @param serviceAccount service account that the job runs as
 * @param databaseSecret secret with the database's address, name, user and password
 * @param schedule minute, hour, day, month and weekday, in UTC
 * @param isSuspended true if the job does not run yet
 */
public record ExtractionJob(
    String name,
    String namespace,
    String serviceAccount,
    String databaseSecret,
    String schedule,
    boolean isSuspended) {

  static ExtractionJob from(Fields fields, String dataset) {
    return new ExtractionJob(
        LandingNames.job(dataset),
        fields.text("namespace"),
        fields.optionalText("service_account").orElse(LandingNames.job(dataset)),
        fields.optionalText("database_secret").orElse("rds-postgresql-instance-output"),
        fields.optionalText("schedule").orElse("0 1 * * *"),
        fields.flag("suspend"));
  }

  void write(JsonWriter json) {
    json.field("namespace", namespace)
        .field("job", name)
        .field("serviceAccount", serviceAccount)
        .field("databaseSecret", databaseSecret)
        .field("schedule", schedule)
        .field("suspend", isSuspended);
  }
}
