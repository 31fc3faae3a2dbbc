package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.catalogue.FetchConfig.Listing;
import io.exportctl.source.catalogue.Link;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.text.Printable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** The files that a page names, by its links or by its text. */
final class LinkPage {

  private static final int SHOWN = 5;

  private final FetchConfig fetch;

  LinkPage(FetchConfig fetch) {
    this.fetch = fetch;
  }

  /** The only file of a source without a page. */
  static FoundFile only(FetchConfig fetch) {
    String name = fetch.storeAs().orElseGet(() -> lastPart(fetch.page()));
    return new FoundFile(fetch.page(), Arrivals.safe(name), Optional.empty());
  }

  /**
   * Finds the files, the oldest first.
   *
   * @param page its address, after which relative links go
   * @throws StoreException if there are none, or a date or an address is wrong
   */
  List<FoundFile> files(URI page, PageText.Body body) {
    List<String> texts = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    if (fetch.listing() == Listing.HTML) {
      texts.addAll(hrefs(page, body));
      texts.forEach(it -> fetch.find(it).ifPresent(links::add));
    } else {
      links.addAll(fetch.findAll(body.text()));
    }
    if (links.isEmpty()) {
      throw StoreException.refused(Fault.of("no-links", "no link fits fetch.link" + shown(texts)));
    }
    Map<URI, FoundFile> files = new LinkedHashMap<>();
    links.stream().map(it -> file(page, it)).forEach(it -> files.putIfAbsent(it.address(), it));
    refuseEqualNames(files.values().stream().toList());
    return files.values().stream().sorted(FoundFile.OLDEST_FIRST).toList();
  }

  private static String shown(List<String> texts) {
    return texts.isEmpty()
        ? ""
        : "; the page has "
            + texts.stream()
                .limit(SHOWN)
                .map(it -> it.substring(0, Math.min(it.length(), 100)))
                .map(Printable::quoted)
                .collect(Collectors.joining(", "));
  }

  private static List<String> hrefs(URI page, PageText.Body body) {
    try {
      String charset = body.charset().map(Charset::name).orElse(null);
      return Jsoup.parse(body.open(), charset, page.toString())
          .select("a[href]")
          .eachAttr("abs:href")
          .stream()
          .map(it -> it.replaceFirst("#.*", ""))
          .filter(it -> !it.isEmpty())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw StoreException.refused(Fault.of("bad-page", "the page cannot be read as HTML"), e);
    }
  }

  private FoundFile file(URI page, Link link) {
    URI address;
    try {
      address = new URI(fetch.address().map(link::address).orElse(link.text()));
      address = page.resolve(address);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw StoreException.refused(
          Fault.of("bad-link", "the link " + Printable.quoted(link.text()) + " is not an address"));
    }
    URI fixed = address;
    String name = fetch.storeAs().map(link::fill).orElseGet(() -> lastPart(fixed));
    return new FoundFile(address, Arrivals.safe(name), link.date());
  }

  private static String lastPart(URI address) {
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    String part = path.replaceFirst("/+$", "");
    part = part.substring(part.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static void refuseEqualNames(List<FoundFile> files) {
    Map<String, URI> seen = new LinkedHashMap<>();
    for (FoundFile file : files) {
      URI other = seen.putIfAbsent(file.name(), file.address());
      if (other != null) {
        throw StoreException.refused(
            Fault.of(
                "equal-names",
                "two links give the file \""
                    + file.name()
                    + "\": "
                    + Addresses.shown(other)
                    + " and "
                    + Addresses.shown(file.address())
                    + "; set fetch.store_as, or a narrower fetch.link"));
      }
    }
  }
}
