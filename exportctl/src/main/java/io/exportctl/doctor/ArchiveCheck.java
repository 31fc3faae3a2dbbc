package io.exportctl.doctor;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.startup.CdsArchive;
import java.util.Map;
import java.util.Optional;

/** Checks the CDS archive, or makes it. */
public final class ArchiveCheck {

  private static final String SUBJECT = "archive";
  private static final String MAKE_IT = "run exportctl doctor --fix";

  private final Optional<CdsArchive> archive;

  /**
   * Creates the check.
   *
   * @param archive empty if the launcher did not start this process
   */
  public ArchiveCheck(Optional<CdsArchive> archive) {
    this.archive = archive;
  }

  /** Checks that this process runs on the archive. */
  public Check run() {
    return archive.map(ArchiveCheck::check).orElseGet(ArchiveCheck::startedWithoutLauncher);
  }

  /**
   * Makes the archive again.
   *
   * @param variables environment of the user
   */
  public Check fix(Map<String, String> variables) {
    return archive
        .map(found -> make(found, variables))
        .orElseGet(ArchiveCheck::startedWithoutLauncher);
  }

  private static Check check(CdsArchive archive) {
    if (archive.isUsed()) {
      return Check.ok(SUBJECT, archive.given().orElseThrow().toString());
    }
    return archive
        .given()
        .map(file -> Check.warning(SUBJECT, "this Java does not accept " + file, MAKE_IT))
        .orElseGet(
            () -> Check.warning(SUBJECT, "missing or outdated, so starts are slower", MAKE_IT));
  }

  private static Check make(CdsArchive archive, Map<String, String> variables) {
    try {
      return Check.ok(SUBJECT, "made " + archive.make(variables));
    } catch (ExportctlException e) {
      return Check.warning(
          SUBJECT,
          e.getMessage(),
          "run it as a user who can write there, with 30 MB free; without it starts are slower");
    }
  }

  private static Check startedWithoutLauncher() {
    return Check.warning(
        SUBJECT, "not used, so starts are slower", "start exportctl with its own bin/exportctl");
  }
}
