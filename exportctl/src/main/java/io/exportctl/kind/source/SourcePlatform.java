package io.exportctl.kind.source;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code source} of platform.yaml: the data store that serves all sources.
 *
 * @param url address of the service, {@code https://} and a host
 * @param bucket the bucket of raw files, uploads and config objects
 * @param image image of the service by its digest
 * @param certificateArn certificate of ACM for the host
 * @param publicSubnetIds subnets of the load balancer
 * @param privateSubnetIds subnets of the tasks; empty if they are in the public ones
 * @param allowedCidrs networks that the service can be reached from
 * @param issuer OpenID provider that uploaders sign in with
 * @param readersOfAll Hawk clients that may read all tables
 */
public record SourcePlatform(
    String url,
    String bucket,
    String image,
    String certificateArn,
    String vpcId,
    List<String> publicSubnetIds,
    List<String> privateSubnetIds,
    List<String> databaseSubnetIds,
    List<String> allowedCidrs,
    String issuer,
    String clientId,
    List<String> readersOfAll,
    Database database) {

  /** Size of the database. */
  public record Database(String instanceClass, int storageGb, boolean isMultiAz) {

    static final Database SMALLEST = new Database("db.t4g.micro", 20, false);

    static Database from(Fields fields) {
      return new Database(
          fields.optionalText("instance_class").orElse(SMALLEST.instanceClass()),
          fields.number("storage_gb", SMALLEST.storageGb()),
          fields.flag("multi_az"));
    }
  }

  public SourcePlatform {
    publicSubnetIds = List.copyOf(publicSubnetIds);
    privateSubnetIds = List.copyOf(privateSubnetIds);
    databaseSubnetIds = List.copyOf(databaseSubnetIds);
    allowedCidrs = List.copyOf(allowedCidrs);
    readersOfAll = List.copyOf(readersOfAll);
  }

  static SourcePlatform read(Fields valid) {
    return new SourcePlatform(
        valid.text("url"),
        valid.text("bucket"),
        valid.text("image"),
        valid.text("certificate_arn"),
        valid.text("vpc_id"),
        sorted(valid, "public_subnet_ids"),
        sorted(valid, "private_subnet_ids"),
        sorted(valid, "database_subnet_ids"),
        sorted(valid, "allowed_cidrs"),
        valid.text("issuer"),
        valid.text("client_id"),
        sorted(valid, "readers_of_all"),
        valid.section("database").map(Database::from).orElse(Database.SMALLEST));
  }

  private static List<String> sorted(Fields fields, String key) {
    return fields.texts(key).stream().sorted().toList();
  }

  /**
   * Returns the section of a platform that has source datasets.
   *
   * @throws IllegalStateException if it is missing, which validation should have refused
   */
  static SourcePlatform of(Platform platform) {
    return Optional.ofNullable(platform.sections().get(DatasetKind.SOURCE))
        .map(SourcePlatform::read)
        .orElseThrow(() -> new IllegalStateException("platform.yaml lacks the section source"));
  }
}
