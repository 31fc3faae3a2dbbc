package io.exportctl.source.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.catalogue.TableName;
import io.exportctl.source.hawk.HawkRefusal;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.hawk.HawkVerifier.Verified;
import io.exportctl.source.web.api.Query.BadParameterException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's answers to signed requests; who signs is checked before anything else. */
final class Api {

  private static final Pattern TABLE =
      Pattern.compile("/api/v1/table-(data|structure|version|export)/([^/]+)/([^/]+)/?");
  private static final Pattern ALIAS = Pattern.compile("/api/v1/([a-z][a-z0-9-]*)/?");

  private final HawkVerifier verifier;
  private final Catalogue catalogue;
  private final Tables tables;
  private final String publicUrl;
  private final Set<String> readersOfAll;

  Api(
      HawkVerifier verifier,
      Catalogue catalogue,
      Tables tables,
      String publicUrl,
      Set<String> readersOfAll) {
    this.verifier = verifier;
    this.catalogue = catalogue;
    this.tables = tables;
    this.publicUrl = publicUrl;
    this.readersOfAll = Set.copyOf(readersOfAll);
  }

  private boolean mayRead(String client, Target target) {
    return readersOfAll.contains(client) || target.config().mayRead(client);
  }

  /**
   * A table that a path names.
   *
   * @param answer word of the path after {@code table-}, or {@code alias}
   */
  record Target(String answer, SourceConfig config, Optional<Alias> alias) {}

  /**
   * Checks who sends a request.
   *
   * @throws HawkRefusal if the signature does not prove it
   */
  Verified verify(HawkVerifier.Request request) throws HawkRefusal {
    return verifier.verify(request);
  }

  /** Finds the table of a path; only names of the catalogue exist. */
  Optional<Target> target(String path) {
    Matcher table = TABLE.matcher(path);
    if (table.matches()) {
      Optional<String> schema = decoded(table.group(2));
      Optional<String> name = decoded(table.group(3));
      return schema
          .flatMap(it -> name.flatMap(other -> catalogue.find(new TableName(it, other))))
          .map(it -> new Target(table.group(1), it, Optional.empty()));
    }
    Matcher alias = ALIAS.matcher(path);
    return alias.matches() ? alias(alias.group(1)) : Optional.empty();
  }

  private Optional<Target> alias(String path) {
    for (SourceConfig config : catalogue.all()) {
      for (Alias alias : config.aliases()) {
        if (alias.path().equals(path)) {
          return Optional.of(new Target("alias", config, Optional.of(alias)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(String part) {
    try {
      return Optional.of(URLDecoder.decode(part.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Answers a request of a client for a table. */
  Reply answer(String client, Target target, String path, String query) {
    if (!mayRead(client, target)) {
      return Reply.error(403, "the client is not a reader of this table");
    }
    try {
      TableRequest request =
          new TableRequest(target.config(), publicUrl + path, Query.parse(query));
      return switch (target.answer()) {
        case "data" -> tables.data(request);
        case "structure" -> tables.structure(request);
        case "version" -> tables.version(request);
        default -> tables.alias(request, target.alias().orElseThrow());
      };
    } catch (BadParameterException e) {
      return Reply.error(400, e.getMessage());
    }
  }

  /** Finds the table that a client wants to export. */
  Export export(String client, Target target, String path, String query) {
    if (!mayRead(client, target)) {
      return Export.none(Reply.error(403, "the client is not a reader of this table"));
    }
    try {
      return tables.export(new TableRequest(target.config(), publicUrl + path, Query.parse(query)));
    } catch (BadParameterException e) {
      return Export.none(Reply.error(400, e.getMessage()));
    }
  }

  void write(Export export, OutputStream out) {
    tables.write(export, out);
  }
}
