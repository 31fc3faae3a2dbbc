package io.exportctl.source.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Settings of the API. */
final class ApiSettings {

  private static final int MOST_ORIGINS = 3;

  private final Variables variables;

  ApiSettings(Variables variables) {
    this.variables = variables;
  }

  Settings.Service service() {
    String url = variables.text("STORE_PUBLIC_URL").replaceFirst("/+$", "");
    Optional<String> origin = origin(url);
    if (!url.isEmpty() && origin.isEmpty()) {
      variables.problem("STORE_PUBLIC_URL is not like https://store.example.org");
    }
    List<String> origins =
        variables
            .find("STORE_HAWK_ORIGINS")
            .map(it -> Stream.of(it.split(",", -1)).map(String::strip).toList())
            .orElse(origin.stream().toList());
    if (origins.size() > MOST_ORIGINS
        || !origins.stream().allMatch(it -> it.matches("[a-z0-9.-]+:[0-9]{1,5}"))) {
      variables.problem("STORE_HAWK_ORIGINS is not 1 to 3 times host:port, with commas between");
    }
    String word = variables.find("STORE_TIMESTAMP_WORD").orElse("TIMESTAMP");
    if (!word.equals("TIMESTAMP") && !word.equals("TIMESTAMP WITHOUT TIME ZONE")) {
      variables.problem(
          "STORE_TIMESTAMP_WORD is neither TIMESTAMP nor TIMESTAMP WITHOUT TIME ZONE");
    }
    return new Settings.Service(
        url,
        origins,
        variables.number("STORE_PORT", 8080, 0, 65_535),
        variables.number("STORE_PAGE_SIZE", 1000, 1, 10_000),
        variables.number("STORE_KEEP_HOURS", 24, 1, 10_000),
        word);
  }

  Set<String> readersOfAll() {
    String text = variables.find("STORE_READERS_OF_ALL").orElse("");
    Set<String> readers = new TreeSet<>();
    for (String reader : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (!reader.strip().matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")) {
        variables.problem(
            "STORE_READERS_OF_ALL is not a list of clients' ids, with commas between");
        return Set.of();
      }
      readers.add(reader.strip());
    }
    return readers;
  }

  static Optional<String> origin(String url) {
    try {
      URI uri = new URI(url);
      boolean fine =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
      if (!fine) {
        return Optional.empty();
      }
      int usual = uri.getScheme().equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
