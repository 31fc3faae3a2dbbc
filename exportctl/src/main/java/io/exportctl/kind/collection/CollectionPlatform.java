package io.exportctl.kind.collection;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code collection} of platform.yaml. Either a key service with its secret or keys of
 * KMS open the data keys.
 *
 * @param warehouseBucket the bucket of tables, dead letters, records of runs and job files
 * @param database the database of all tables in the Glue Data Catalog
 * @param subnetIds subnets that the jobs run in
 * @param keyServiceSecretArn the secret with the certificate that the key service trusts
 * @param kmsKeyArns keys that data keys are sealed with; empty if a key service opens them
 * @param statusTable DynamoDB table of pipeline states
 */
public record CollectionPlatform(
    String warehouseBucket,
    String database,
    List<String> subnetIds,
    List<String> securityGroupIds,
    Optional<String> keyServiceUrl,
    Optional<String> keyServiceSecretArn,
    List<String> kmsKeyArns,
    Optional<String> statusTable) {

  public CollectionPlatform {
    subnetIds = List.copyOf(subnetIds);
    securityGroupIds = List.copyOf(securityGroupIds);
    kmsKeyArns = List.copyOf(kmsKeyArns);
  }

  static CollectionPlatform read(Fields valid) {
    return new CollectionPlatform(
        valid.text("warehouse_bucket"),
        valid.text("database"),
        valid.texts("subnet_ids").stream().sorted().toList(),
        valid.texts("security_group_ids").stream().sorted().toList(),
        valid.optionalText("key_service_url"),
        valid.optionalText("key_service_secret_arn"),
        valid.texts("kms_key_arns").stream().sorted().toList(),
        valid.optionalText("status_table"));
  }

  /** Returns the section of a platform; empty if it has none. */
  static Optional<CollectionPlatform> find(Platform platform) {
    return Optional.ofNullable(platform.sections().get(DatasetKind.COLLECTION))
        .map(CollectionPlatform::read);
  }

  /**
   * Returns the section of a platform that has collection datasets.
   *
   * @throws IllegalStateException if it is missing, which the rule missing-section should have
   *     refused
   */
  static CollectionPlatform of(Platform platform) {
    return find(platform)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "platform.yaml has no section collection, was it validated?"));
  }

  /** Returns the alias of the warehouse's key; an alias takes no dots. */
  public String keyAlias() {
    return "alias/exportctl/" + warehouseBucket.replace('.', '_');
  }
}
