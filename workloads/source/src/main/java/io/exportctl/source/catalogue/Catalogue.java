package io.exportctl.source.catalogue;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sources of a folder of YAML or JSON files. A file that is wrong keeps the source as it was
 * read last; one that is gone ends the source, and its data stay.
 */
public final class Catalogue {

  private final Path folder;
  private Map<String, SourceConfig> byFile = Map.of();
  private List<String> problems = List.of();

  public Catalogue(Path folder) {
    this.folder = folder;
  }

  /** Reads all files again, and returns what is wrong with them, a sentence each. */
  public synchronized List<String> reload() {
    Map<String, SourceConfig> read = new TreeMap<>();
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      ConfigReader.Reading reading = ConfigReader.read(name, text(file));
      found.addAll(reading.problems());
      Optional<SourceConfig> kept = Optional.ofNullable(byFile.get(name));
      reading.config().or(() -> kept).ifPresent(it -> put(read, name, it, found));
    }
    byFile = read;
    problems = List.copyOf(found);
    return problems;
  }

  private static void put(
      Map<String, SourceConfig> read, String file, SourceConfig config, List<String> found) {
    boolean clash =
        read.values().stream()
            .anyMatch(it -> it.name().equals(config.name()) || it.table().equals(config.table()));
    if (clash) {
      found.add(file + ": another file has the same name or the same table");
    } else {
      read.put(file, config);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().matches(".*\\.(yaml|yml|json)")).sorted().toList();
    } catch (IOException e) {
      throw StoreException.failed(
          "catalogue-unreadable", "the folder of STORE_DATASETS cannot be read", e);
    }
  }

  /** A file that is not UTF-8, or cannot be read, counts as empty, which is a problem. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Reads one file.
   *
   * @throws StoreException with all that is wrong
   */
  public static SourceConfig read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw StoreException.failed("unreadable-file", "the file " + file + " cannot be read", e);
    }
    ConfigReader.Reading reading = ConfigReader.read(file.toString(), text);
    return reading
        .config()
        .orElseThrow(
            () ->
                StoreException.refused(
                    Fault.of("bad-config", String.join("\n", reading.problems()))));
  }

  public synchronized List<SourceConfig> all() {
    return List.copyOf(byFile.values());
  }

  public Optional<SourceConfig> find(String name) {
    return all().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  public Optional<SourceConfig> find(TableName table) {
    return all().stream().filter(it -> it.table().equals(table)).findFirst();
  }

  /**
   * Returns a source by its name.
   *
   * @throws StoreException if there is none
   */
  public SourceConfig get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                StoreException.usage(
                    "there is no source \"" + name + "\"; STORE_DATASETS has " + names()));
  }

  private String names() {
    List<String> names = all().stream().map(SourceConfig::name).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
