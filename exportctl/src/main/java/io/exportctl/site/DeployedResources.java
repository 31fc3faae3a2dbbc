package io.exportctl.site;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resources of datasets in states of Terraform, as {@code terraform state pull} prints them: only
 * their types and modules are kept, as values may be secret.
 */
public final class DeployedResources {

  private static final Set<String> KEYS = Set.of("version", "resources");

  /** A module call of all datasets of a kind, or of one. */
  private static final Pattern MODULE =
      Pattern.compile("module\\.([a-z]+)(?:_([a-z0-9_]+)|\\[\"([a-z0-9_]+)\"\\])(?:\\..*)?");

  /** Numbers of resources by type, by dataset. */
  private final SortedMap<DatasetId, SortedMap<String, Integer>> types = new TreeMap<>();

  private DeployedResources() {}

  /**
   * Reads states.
   *
   * @throws ExportctlException if a file is not a state of the version that Terraform writes
   */
  static DeployedResources read(List<Path> files) {
    DeployedResources deployed = new DeployedResources();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        deployed.add(file, JsonReader.members(in, KEYS).orElseThrow(IOException::new));
      } catch (IOException e) {
        throw new ExportctlException(
            "cannot read " + file + " as a state; write it with terraform state pull", e);
      }
    }
    return deployed;
  }

  private void add(Path file, Map<?, ?> state) {
    if (!"4".equals(String.valueOf(state.get("version")))
        || !(state.get("resources") instanceof List<?> all)) {
      throw new ExportctlException(
          file + " is not a state of version 4; write it with terraform state pull");
    }
    for (Object each : all) {
      if (each instanceof Map<?, ?> resource
          && "managed".equals(resource.get("mode"))
          && resource.get("instances") instanceof List<?> instances) {
        dataset(String.valueOf(resource.get("module")))
            .ifPresent(id -> count(id, String.valueOf(resource.get("type")), instances.size()));
      }
    }
  }

  private void count(DatasetId id, String type, int instances) {
    types.computeIfAbsent(id, one -> new TreeMap<>()).merge(type, instances, Integer::sum);
  }

  /** Returns the dataset that a module belongs to; empty for the platform and the users. */
  private static Optional<DatasetId> dataset(String module) {
    Matcher matcher = MODULE.matcher(module);
    if (!matcher.matches() || "platform".equals(matcher.group(2))) {
      return Optional.empty();
    }
    String name = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    return DatasetKind.of(matcher.group(1)).map(kind -> new DatasetId(kind, name));
  }

  /** Returns the number of a dataset's resources. */
  int count(DatasetId id) {
    return types(id).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the numbers of a dataset's resources by type. */
  SortedMap<String, Integer> types(DatasetId id) {
    return types.getOrDefault(id, new TreeMap<>());
  }

  /** Returns all datasets that have resources, sorted. */
  List<DatasetId> datasets() {
    return List.copyOf(types.keySet());
  }
}
