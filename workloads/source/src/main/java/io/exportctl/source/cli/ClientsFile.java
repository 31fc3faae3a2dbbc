package io.exportctl.source.cli;

import io.exportctl.source.clients.Clients.NewClient;
import io.exportctl.source.csv.Dialect;
import io.exportctl.source.csv.ParseOptions;
import io.exportctl.source.csv.Records;
import io.exportctl.source.csv.Row;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table {@code hawk_users} of an older system, as CSV with a header. */
final class ClientsFile {

  private static final Set<String> ID = Set.of("id", "client_id");
  private static final Set<String> KEY = Set.of("key", "client_key");
  private static final Set<String> DESCRIPTION = Set.of("description");

  private ClientsFile() {}

  /**
   * Reads the clients.
   *
   * @throws StoreException if a column is missing, or a row has another number of cells
   */
  static List<NewClient> read(Path file) throws IOException {
    Dialect dialect = Dialect.detect(file, ParseOptions.DETECTED);
    List<NewClient> clients = new ArrayList<>();
    try (Records records = Records.open(file, dialect)) {
      List<String> header = records.hasNext() ? records.next().cells() : List.of();
      int id = index(header, ID);
      int key = index(header, KEY);
      int description = index(header, DESCRIPTION);
      while (records.hasNext()) {
        Row row = records.next();
        if (row.cells().size() != header.size()) {
          throw StoreException.refused(
              Fault.inLine("wrong-width", row.line(), "the row has another width than the header"));
        }
        clients.add(
            new NewClient(row.cells().get(id), row.cells().get(key), row.cells().get(description)));
      }
    }
    return clients;
  }

  private static int index(List<String> header, Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).strip())) {
        return i;
      }
    }
    throw StoreException.refused(
        Fault.of(
            "missing-column",
            "the file has no column " + String.join(" or ", names.stream().sorted().toList())));
  }
}
