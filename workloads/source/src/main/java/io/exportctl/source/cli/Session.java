package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.ConfigFiles;
import io.exportctl.source.catalogue.FolderConfigs;
import io.exportctl.source.catalogue.ObjectConfigs;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.AddressRange;
import io.exportctl.source.fetch.Downloads;
import io.exportctl.source.objects.FolderObjects;
import io.exportctl.source.objects.ObjectStore;
import io.exportctl.source.objects.S3Objects;
import io.exportctl.source.text.Printable;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Surroundings that a command runs in.
 *
 * @param temporary folder for files of a run
 */
record Session(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path temporary) {

  Settings settings() {
    return new Settings(environment);
  }

  Database database(DatabaseSettings settings) {
    return Database.open(settings);
  }

  /** The sources, with what is wrong with them on standard error. */
  Catalogue catalogue(Settings.DatasetsPlace place, Optional<URI> endpoint) {
    Catalogue catalogue = new Catalogue(configs(place, endpoint));
    catalogue.reload().forEach(it -> err.println("store: " + Printable.lines(it)));
    return catalogue;
  }

  private ConfigFiles configs(Settings.DatasetsPlace place, Optional<URI> endpoint) {
    if (place instanceof Settings.BucketFolder folder) {
      Settings.Bucket bucket = new Settings.Bucket(folder.bucket());
      return new ObjectConfigs(objects(bucket, endpoint), folder.prefix());
    }
    return new FolderConfigs(((Settings.Folder) place).path());
  }

  /** A client for downloads. */
  Downloads downloads() {
    Settings settings = settings();
    List<AddressRange> allowed = settings.tasks().fetchAllow();
    Optional<URI> endpoint = settings.awsEndpoint();
    settings.end();
    return Downloads.create(allowed, new SecretHeaders(endpoint));
  }

  ObjectStore objects(Settings.ObjectsPlace place, Optional<URI> endpoint) {
    if (place instanceof Settings.Bucket bucket) {
      var builder = S3Client.builder().httpClient(UrlConnectionHttpClient.create());
      endpoint.ifPresent(it -> builder.endpointOverride(it).forcePathStyle(true));
      try {
        return new S3Objects(builder.build(), bucket.name());
      } catch (SdkClientException e) {
        throw StoreException.usage("AWS_REGION is not set, which s3:// needs");
      }
    }
    return new FolderObjects(((Settings.Folder) place).path());
  }
}
