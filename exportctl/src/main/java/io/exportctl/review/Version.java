package io.exportctl.review;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import io.exportctl.workspace.Inventory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One version of a workspace.
 *
 * @param platform the platform; empty if its file is missing or has errors
 * @param entries the datasets without errors by the ids of their files
 * @param files the ids of all files, those with errors too
 */
record Version(
    Inventory inventory,
    Optional<Platform> platform,
    Map<DatasetId, Entry> entries,
    Set<DatasetId> files) {

  static Version of(Inventory inventory, Register register) {
    Map<DatasetId, Entry> entries = new TreeMap<>();
    register.entries().forEach(entry -> entry.file().id().ifPresent(id -> entries.put(id, entry)));
    boolean isUnreadable =
        register.unreadable().stream()
            .anyMatch(file -> file.path().equals(inventory.platform().file()));
    return new Version(
        inventory,
        isUnreadable ? Optional.empty() : Optional.of(Platform.read(inventory.platform())),
        entries,
        inventory.datasets().stream()
            .flatMap(file -> file.id().stream())
            .collect(Collectors.toSet()));
  }
}
