package io.exportctl.mend;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.mend.Mended.Declined;
import io.exportctl.mend.Mended.Done;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mends what is safe to mend: what a file can only have meant. Whatever it tries is validated
 * before it counts; a fix that leaves a file worse is dropped.
 */
public final class Mender {

  /** A misspelt key uncovers an ARN, that a duplicate; after this many there is no end to it. */
  private static final int ROUNDS = 10;

  private final Validator validator;
  private final MendedWorkspace workspace;
  private final List<Done> done = new ArrayList<>();
  private final Set<Diagnostic> dropped = new HashSet<>();
  private Diagnostics found;

  private Mender(Validator validator, MendedWorkspace workspace) {
    this.validator = validator;
    this.workspace = workspace;
    this.done.addAll(workspace.rename());
    workspace.load();
    this.found = validator.validate(workspace.inventory());
  }

  /**
   * Works out what can be mended; nothing is written.
   *
   * @param selected the files that may be changed, as they are printed
   */
  public static Mended plan(Workspace workspace, Validator validator, Predicate<String> selected) {
    Mender mender = new Mender(validator, new MendedWorkspace(workspace, selected));
    mender.mend();
    return mender.result();
  }

  private void mend() {
    boolean progress = true;
    for (int round = 0; progress && round < ROUNDS; round++) {
      progress = false;
      for (MendedFile file : workspace.files()) {
        progress |= mend(file);
      }
    }
    workspace.files().forEach(this::endLastLine);
  }

  private boolean mend(MendedFile file) {
    List<Diagnostic> safe =
        found.all().stream()
            .filter(one -> isIn(one, file.display()) && isSafe(one) && !dropped.contains(one))
            .toList();
    if (safe.isEmpty() || attempt(file, safe)) {
      return !safe.isEmpty();
    }
    // One of them leaves the file worse, or two are in each other's way. From the end, so that the
    // places of the others stay.
    boolean progress = false;
    MendedFile current = file;
    for (int last = safe.size() - 1; last >= 0; last--) {
      if (attempt(current, List.of(safe.get(last)))) {
        current = current.with(current.after().with(fixes(List.of(safe.get(last)))));
        progress = true;
      } else {
        dropped.add(safe.get(last));
      }
    }
    return progress;
  }

  private boolean attempt(MendedFile file, List<Diagnostic> findings) {
    if (!accept(file.with(file.after().with(fixes(findings))), findings)) {
      return false;
    }
    findings.forEach(one -> done.add(Done.of(one.location(), one)));
    return true;
  }

  /** Takes the file as it would be, if it is no worse and what was mended is gone. */
  private boolean accept(MendedFile mended, List<Diagnostic> findings) {
    Diagnostics then = validator.validate(workspace.with(mended));
    boolean better =
        errors(then, mended.display()) <= errors(found, mended.display())
            && findings.stream().allMatch(one -> count(then, one) < count(found, one));
    if (better) {
      workspace.accept(mended);
      found = then;
    }
    return better;
  }

  private void endLastLine(MendedFile file) {
    MendedFile ended = file.with(file.after().withLastLineEnded());
    if (!ended.equals(file) && file.document().root().isPresent() && accept(ended, List.of())) {
      done.add(new Done(Location.of(file.display()), "no line break at the end -> added"));
    }
  }

  private static List<Fix> fixes(List<Diagnostic> findings) {
    return findings.stream().flatMap(one -> one.fix().stream()).toList();
  }

  private static long errors(Diagnostics found, String file) {
    return found.filter(one -> isIn(one, file)).count(Severity.ERROR);
  }

  private static long count(Diagnostics found, Diagnostic like) {
    return found.all().stream()
        .filter(one -> isIn(one, like.location().file()))
        .filter(one -> one.rule() == like.rule() && one.message().equals(like.message()))
        .count();
  }

  private static boolean isIn(Diagnostic found, String file) {
    return found.location().file().equals(file);
  }

  private static boolean isSafe(Diagnostic found) {
    return found.fix().filter(Fix::isSafe).isPresent();
  }

  private Mended result() {
    Set<String> mendable = new HashSet<>();
    found.all().stream().filter(Mender::isSafe).forEach(one -> mendable.add(one.location().file()));
    List<Declined> declined =
        workspace.declined().stream().filter(one -> mendable.contains(one.file())).toList();
    List<MendedFile> changed = workspace.files().stream().filter(MendedFile::isChanged).toList();
    return new Mended(changed, done, declined, found, workspace.inventory());
  }
}
