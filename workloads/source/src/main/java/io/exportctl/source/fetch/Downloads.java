package io.exportctl.source.fetch;

import io.exportctl.source.archive.FileKind;
import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.catalogue.FetchConfig.Listing;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.Attempts.Target;
import io.exportctl.source.load.FetchedFiles.Known;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Lists and downloads the files of sources. */
public final class Downloads implements Closeable {

  private final WebClient client;
  private final Attempts attempts;
  private final RequestHeaders secrets;

  Downloads(WebClient client, Attempts attempts, RequestHeaders secrets) {
    this.client = client;
    this.attempts = attempts;
    this.secrets = secrets;
  }

  /**
   * Creates the usual client, which trusts what the JVM trusts.
   *
   * @param allowed ranges of addresses that count as public
   */
  public static Downloads create(List<AddressRange> allowed, RequestHeaders secrets) {
    SafeAddresses addresses = new SafeAddresses(SystemDefaultDnsResolver.INSTANCE, allowed);
    try {
      WebClient client = new WebClient(addresses, SSLContext.getDefault(), Patience.USUAL);
      return new Downloads(
          client, new Attempts(client, Patience.USUAL, new RealWaiting()), secrets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Finds the files of a source, the oldest first.
   *
   * @throws StoreException if the page cannot be read, or names none
   */
  public List<FoundFile> list(FetchConfig fetch) {
    if (fetch.listing() == Listing.NONE) {
      return List.of(LinkPage.only(fetch));
    }
    PageText.Body body = attempts.get(target(fetch, fetch.page()), new PageText());
    return new LinkPage(fetch).files(fetch.page(), body);
  }

  private Target target(FetchConfig fetch, URI address) {
    Map<String, String> headers = fetch.headersSecret().map(secrets::of).orElse(Map.of());
    return new Target(address, Addresses.of(fetch), headers);
  }

  /**
   * Downloads a file.
   *
   * @param known as it was stored before; missing to download it in any case
   * @return headers of the reply; empty if the file did not change
   * @throws StoreException if it cannot be read to its end, or is a web page
   */
  Optional<FileDownload.Done> file(
      FetchConfig fetch, FoundFile found, Optional<Known> known, Path file) {
    Map<String, String> conditions = new LinkedHashMap<>();
    known.flatMap(Known::etag).ifPresent(it -> conditions.put("If-None-Match", it));
    known.flatMap(Known::lastModified).ifPresent(it -> conditions.put("If-Modified-Since", it));
    long most = fetch.maxMegabytes() * 1_000_000L;
    Optional<FileDownload.Done> done =
        attempts.get(target(fetch, found.address()), new FileDownload(file, most, conditions));
    if (done.isPresent()) {
      refuseOther(found, file);
    }
    return done;
  }

  /** An error page with status 200 is refused here, before it is stored under a date. */
  private static void refuseOther(FoundFile found, Path file) {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        throw StoreException.refused(
            Fault.of("empty-file", Addresses.shown(found.address()) + " is empty"));
      }
      FileKind.of(file);
    } catch (IOException e) {
      throw StoreException.failed("storage-failed", "the temporary folder cannot be read", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
