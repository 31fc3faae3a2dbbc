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

/**
 * The sources of all files. A file that is wrong keeps the source as it was read last; one that is
 * gone ends the source, and its data stay.
 */
public final class Catalogue {

  private final ConfigFiles files;
  private Map<String, SourceConfig> byFile = Map.of();
  private List<String> problems = List.of();

  /** A catalogue of the files of a folder. */
  public Catalogue(Path folder) {
    this(new FolderConfigs(folder));
  }

  public Catalogue(ConfigFiles files) {
    this.files = files;
  }

  /**
   * Reads all files again, and returns what is wrong with them, a sentence each.
   *
   * @throws StoreException if the files cannot be listed; all sources stay as they are
   */
  public synchronized List<String> reload() {
    Map<String, SourceConfig> read = new TreeMap<>();
    List<String> found = new ArrayList<>();
    for (String name : fileNames()) {
      Optional<SourceConfig> kept = Optional.ofNullable(byFile.get(name));
      try {
        Optional<String> text = files.read(name);
        if (text.isPresent()) {
          ConfigReader.Reading reading = ConfigReader.read(name, text.get());
          found.addAll(reading.problems());
          reading.config().or(() -> kept).ifPresent(it -> put(read, name, it, found));
        }
      } catch (IOException e) {
        found.add(name + ": the file cannot be read as UTF-8");
        kept.ifPresent(it -> put(read, name, it, found));
      }
    }
    byFile = read;
    problems = List.copyOf(found);
    return problems;
  }

  private List<String> fileNames() {
    try {
      return files.names();
    } catch (IOException e) {
      throw StoreException.failed(
          "catalogue-unreadable",
          "the files of the sources cannot be listed; check STORE_DATASETS",
          e);
    }
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
