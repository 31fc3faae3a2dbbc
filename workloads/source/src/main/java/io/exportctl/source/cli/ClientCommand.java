package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code store client}: the clients of the API. A key is printed once, or read, never an argument.
 */
@Command(name = "client", description = "The clients of the API and their keys.")
final class ClientCommand {

  private final Session session;

  ClientCommand(Session session) {
    this.session = session;
  }

  @Command(name = "add", description = "Adds a client, and prints its new key once.")
  int add(
      @Parameters(paramLabel = "ID", description = "Id of the client.") String id,
      @Option(names = "--description", required = true, description = "Whose client it is.")
          String description,
      @Option(names = "--read-key", description = "Reads the key from standard input.")
          boolean readKey) {
    return run(
        clients -> {
          Optional<String> read = readKey ? Optional.of(readLine()) : Optional.empty();
          String key = read.orElseGet(clients::makeKey);
          clients.add(id, key, description);
          printKey(read, key);
          return ExitStatus.FINE.code();
        });
  }

  @Command(
      name = "import",
      description = "Adds the clients of an older system with their keys, all or none.")
  int importClients(
      @Parameters(paramLabel = "FILE", description = "CSV with the columns id, key, description.")
          Path file) {
    return run(
        clients -> {
          List<Clients.NewClient> read = read(LocalFile.require(file));
          clients.addAll(read);
          session.out().println("clients added: " + read.size());
          return ExitStatus.FINE.code();
        });
  }

  private static List<Clients.NewClient> read(Path file) {
    try {
      return ClientsFile.read(file);
    } catch (IOException e) {
      throw StoreException.failed("unreadable-file", "the file cannot be read", e);
    }
  }

  @Command(name = "rotate", description = "Gives a client a new key, and prints it once.")
  int rotate(
      @Parameters(paramLabel = "ID", description = "Id of the client.") String id,
      @Option(names = "--read-key", description = "Reads the key from standard input.")
          boolean readKey) {
    return run(
        clients -> {
          Optional<String> read = readKey ? Optional.of(readLine()) : Optional.empty();
          String key = read.orElseGet(clients::makeKey);
          clients.rotate(id, key);
          printKey(read, key);
          return ExitStatus.FINE.code();
        });
  }

  @Command(name = "disable", description = "Refuses a client from now on.")
  int disable(@Parameters(paramLabel = "ID", description = "Id of the client.") String id) {
    return run(
        clients -> {
          clients.disable(id);
          return ExitStatus.FINE.code();
        });
  }

  @Command(name = "list", description = "Lists the clients.")
  int list() {
    return run(
        clients -> {
          clients.list().forEach(it -> session.out().println(Printable.lines(it)));
          return ExitStatus.FINE.code();
        });
  }

  private int run(ToIntFunction<Clients> work) {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    byte[] key = settings.key();
    settings.end();
    SecureRandom random = new SecureRandom();
    try (Database database = session.database(place)) {
      return work.applyAsInt(new Clients(database, new Seal(key, random), random));
    }
  }

  private void printKey(Optional<String> read, String key) {
    if (read.isEmpty()) {
      session.out().println(key);
    }
  }

  private String readLine() {
    try {
      String line = new BufferedReader(new InputStreamReader(session.in(), UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw StoreException.failed("unreadable-input", "standard input cannot be read", e);
    }
  }
}
