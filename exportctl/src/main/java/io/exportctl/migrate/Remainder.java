package io.exportctl.migrate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings left to a person after all fixes, at their places in the old files. */
final class Remainder {

  /** Migrated files by the printed path of the new file. */
  private final Map<String, MigratedFile> files = new HashMap<>();

  private Remainder(List<MigratedFile> files) {
    files.forEach(file -> this.files.put(file.file().document().file(), file));
  }

  /**
   * Collects the questions and the findings about migrated files.
   *
   * @param found the findings of {@code validate} for the new files
   */
  static List<Diagnostic> of(List<MigratedFile> files, Diagnostics found) {
    Remainder remainder = new Remainder(files);
    return Stream.concat(
            files.stream().flatMap(file -> file.questions().stream()),
            found.all().stream().flatMap(one -> remainder.inOldFile(one).stream()))
        .toList();
  }

  /** Moves a finding to the old file; empty if it is in another file or a question covers it. */
  private Optional<Diagnostic> inOldFile(Diagnostic found) {
    MigratedFile file = files.get(found.location().file());
    if (file == null) {
      return Optional.empty();
    }
    Location place = origin(found.location());
    // Without its fix, which would edit the new file.
    return file.isAsked(place)
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                found.severity(),
                place,
                found.rule(),
                found.message(),
                found.help(),
                Optional.empty(),
                found.related().stream().map(this::origin).toList()));
  }

  private Location origin(Location place) {
    return Optional.ofNullable(files.get(place.file()))
        .map(file -> file.origin(place))
        .orElse(place);
  }
}
