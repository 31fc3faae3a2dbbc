package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.Digests;
import io.exportctl.collection.ingestion.config.JobFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A catalog of Iceberg tables: of AWS Glue with a bucket, or a folder. */
public final class Warehouse {

  private final SparkSession spark;
  private final String root;
  private final String database;
  private final String name;
  private final Catalog catalog;

  private Warehouse(
      SparkSession spark, String root, String database, String name, Catalog catalog) {
    this.spark = spark;
    this.root = root;
    this.database = database;
    this.name = name;
    this.catalog = catalog;
  }

  /**
   * Opens the warehouse of a job, and makes it known to Spark.
   *
   * @param root URI of the bucket or of the folder in its place
   */
  public static Warehouse open(SparkSession spark, String root, JobFile job) {
    return open(spark, root, job.database(), job.region());
  }

  /** Opens the warehouse in a folder for queries, which name the database. */
  public static Warehouse openFolder(SparkSession spark, String root) {
    Warehouse warehouse = open(spark, root, "default", "");
    spark.catalog().setCurrentCatalog(warehouse.name);
    return warehouse;
  }

  private static Warehouse open(SparkSession spark, String root, String database, String region) {
    Map<String, String> properties = properties(root, region);
    // One name for one place, as Spark keeps what it knows of a catalog under its name.
    String name = "warehouse_" + Digests.sha256(root).substring(0, 12);
    spark.conf().set("spark.sql.catalog." + name, "org.apache.iceberg.spark.SparkCatalog");
    properties.forEach(
        (key, value) -> spark.conf().set("spark.sql.catalog." + name + "." + key, value));
    Catalog catalog =
        CatalogUtil.buildIcebergCatalog(
            name, properties, spark.sparkContext().hadoopConfiguration());
    return new Warehouse(spark, root, database, name, catalog);
  }

  private static Map<String, String> properties(String root, String region) {
    Map<String, String> properties = new TreeMap<>();
    // Other programs commit to the same tables, so that nothing of them is kept in memory.
    properties.put("cache-enabled", "false");
    properties.put("warehouse", tables(root));
    if (isFolder(root)) {
      properties.put("type", "hadoop");
      return properties;
    }
    properties.put("catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog");
    properties.put("io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
    properties.put("client.region", region);
    return properties;
  }

  /** Returns true if the warehouse is a folder of this machine. */
  public static boolean isFolder(String root) {
    return root.startsWith("file:");
  }

  private static String tables(String root) {
    return root.endsWith("/") ? root + "tables" : root + "/tables";
  }

  SparkSession spark() {
    return spark;
  }

  /** Returns true if there is such a table. */
  public boolean exists(String table) {
    return catalog.tableExists(identifier(table));
  }

  Table load(String table) {
    return catalog.loadTable(identifier(table));
  }

  /** Returns the id of a table's current snapshot, if it has one. */
  public Optional<Long> snapshot(String table) {
    return Optional.ofNullable(load(table).currentSnapshot()).map(Snapshot::snapshotId);
  }

  /** Creates a table in its folder. */
  void create(String table, Schema schema, PartitionSpec spec, Map<String, String> properties) {
    createDatabase();
    Catalog.TableBuilder builder =
        catalog
            .buildTable(identifier(table), schema)
            .withPartitionSpec(spec)
            .withProperties(properties);
    if (!isFolder(root)) {
      builder.withLocation(tables(root) + "/" + table);
    }
    builder.create();
  }

  /** Name of a table for Spark, with its parts in backticks. */
  public String sqlName(String table) {
    return "`%s`.`%s`.`%s`".formatted(name, database, table);
  }

  /** Returns the rows of a table. */
  public Dataset<Row> read(String table) {
    return spark.read().table(sqlName(table));
  }

  /** On AWS, Terraform creates the database, and the job may not. */
  private void createDatabase() {
    Namespace namespace = Namespace.of(database);
    if (isFolder(root)
        && catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
  }

  private TableIdentifier identifier(String table) {
    return TableIdentifier.of(database, table);
  }
}
