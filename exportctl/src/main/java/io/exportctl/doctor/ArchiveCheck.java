package io.exportctl.doctor;

import io.exportctl.archive.ClassArchive;
import io.exportctl.diagnostic.ExportctlException;
import java.util.Map;
import java.util.Optional;

/** Looks at the archive of classes that starts are faster with, or makes it. */
public final class ArchiveCheck {

  private static final String SUBJECT = "archive";
  private static final String ANEW = "run exportctl doctor --fix";

  private final Optional<ClassArchive> archive;

  /**
   * @param archive empty where there is no place for one
   */
  public ArchiveCheck(Optional<ClassArchive> archive) {
    this.archive = archive;
  }

  public Check run() {
    return archive.map(ArchiveCheck::look).orElseGet(ArchiveCheck::nowhere);
  }

  /**
   * Makes it anew.
   *
   * @param variables of the user
   */
  public Check fix(Map<String, String> variables) {
    return archive.map(found -> make(found, variables)).orElseGet(ArchiveCheck::nowhere);
  }

  private static Check look(ClassArchive archive) {
    if (archive.isUsed()) {
      return Check.ok(SUBJECT, archive.started().orElseThrow().toString());
    }
    return archive
        .started()
        .map(file -> Check.warning(SUBJECT, "Java does not take " + file, ANEW))
        .orElseGet(() -> Check.warning(SUBJECT, "none yet, which makes starts slower", ANEW));
  }

  private static Check make(ClassArchive archive, Map<String, String> variables) {
    try {
      return archive
          .make(variables)
          .map(made -> Check.ok(SUBJECT, "made " + made))
          .orElseGet(() -> Check.ok(SUBJECT, "is being made in the background"));
    } catch (ExportctlException e) {
      return Check.warning(
          SUBJECT,
          e.getMessage(),
          "let XDG_CACHE_HOME name a folder with 30 MB of room; without, starts are slower");
    }
  }

  private static Check nowhere() {
    return Check.warning(
        SUBJECT, "none, which makes starts slower", "start exportctl by its own bin/exportctl");
  }
}
