package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.JobFileReader;
import io.exportctl.collection.key.FileKeySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Options that say which job it is, and where its files are. */
final class JobOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The job file that exportctl renders: a path, or s3://bucket/key.")
  private String config;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "A file of opened data keys in place of the key service, for tests.")
  private Optional<Path> keys = Optional.empty();

  @Option(
      names = "--warehouse",
      paramLabel = "file:FOLDER",
      description = "A folder in place of the warehouse's bucket and the Glue catalog.")
  private Optional<String> warehouse = Optional.empty();

  /**
   * Reads the job.
   *
   * @param run name of this run
   * @throws IngestionException if the file cannot be read, or does not fit this program
   */
  JobFile job(Configuration configuration, String run) {
    JobFile job = JobFileReader.read(config, text(configuration), run);
    return keys.map(it -> job.withKeys(new FileKeySettings(it.toString()))).orElse(job);
  }

  /** URI of the warehouse's root. */
  String root(JobFile job) {
    return warehouse.map(Folders::uri).orElse("s3://" + job.warehouseBucket());
  }

  /** Path of the folder in place of the warehouse's bucket, if there is one. */
  Optional<Path> folder() {
    return warehouse.map(it -> Folders.path(Folders.uri(it)));
  }

  /** Returns true if the job file is on this machine, and can be read before Spark starts. */
  boolean isLocal() {
    return !config.startsWith("s3:") && !config.startsWith("s3a:");
  }

  private String text(Configuration configuration) {
    try {
      byte[] bytes = isLocal() ? Files.readAllBytes(Path.of(config)) : remote(configuration);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw IngestionException.failed(
          "job-file", "%s: the job file is not UTF-8; render it again".formatted(config), e);
    } catch (IOException e) {
      throw IngestionException.failed(
          "job-file",
          "the job file '%s' cannot be read (%s); check its name and permissions"
              .formatted(config, e.getClass().getSimpleName()),
          e);
    }
  }

  private byte[] remote(Configuration configuration) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(config);
    try (InputStream in = path.getFileSystem(configuration).open(path)) {
      return in.readAllBytes();
    }
  }
}
