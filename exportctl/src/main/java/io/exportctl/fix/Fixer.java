package io.exportctl.fix;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.fix.Fixed.Declined;
import io.exportctl.fix.Fixed.Done;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Mends what is safe to mend: what a file can only have meant. Whatever it tries is validated
 * before it counts; a fix that leaves a file worse is dropped.
 */
public final class Fixer {

  /** A misspelt key uncovers an ARN, that a duplicate; after this many there is no end to it. */
  private static final int ROUNDS = 10;

  /** A file, and what would be mended in it. */
  private record Attempt(FixedFile file, List<Diagnostic> findings) {

    FixedFile mended() {
      List<Fix> fixes = findings.stream().flatMap(one -> one.fix().stream()).toList();
      return file.with(file.after().with(fixes));
    }
  }

  private final Validator validator;
  private final FixedWorkspace workspace;
  private final List<Done> done = new ArrayList<>();
  private final Set<Diagnostic> dropped = new HashSet<>();
  private Diagnostics found;

  private Fixer(Validator validator, FixedWorkspace workspace) {
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
  public static Fixed plan(Workspace workspace, Validator validator, Predicate<String> selected) {
    Fixer mender = new Fixer(validator, new FixedWorkspace(workspace, selected));
    mender.mend();
    return mender.result();
  }

  private void mend() {
    boolean progress = true;
    for (int round = 0; progress && round < ROUNDS; round++) {
      Set<String> mendable = mendable();
      progress =
          mend(
              workspace.files().stream()
                  .filter(file -> mendable.contains(file.display()))
                  .toList());
    }
    endLastLines(workspace.files().stream().filter(Fixer::lacksEnd).toList());
  }

  /** All at once; where that leaves one of them worse, each half, down to the file that is. */
  private boolean mend(List<FixedFile> files) {
    if (files.isEmpty()) {
      return false;
    }
    Map<String, List<Diagnostic>> safe =
        byFile(found, one -> isSafe(one) && !dropped.contains(one));
    List<Attempt> attempts =
        files.stream()
            .map(file -> new Attempt(file, safe.getOrDefault(file.display(), List.of())))
            .filter(attempt -> !attempt.findings().isEmpty())
            .toList();
    if (attempts.isEmpty() || succeed(attempts)) {
      return !attempts.isEmpty();
    }
    if (files.size() == 1) {
      return mendOneByOne(attempts.get(0));
    }
    int half = files.size() / 2;
    boolean first = mend(files.subList(0, half));
    return mend(files.subList(half, files.size())) || first;
  }

  /**
   * One of the findings leaves the file worse, or two are in each other's way. From the end, so
   * that the places of the others stay.
   */
  private boolean mendOneByOne(Attempt whole) {
    boolean progress = false;
    FixedFile current = whole.file();
    for (int last = whole.findings().size() - 1; last >= 0; last--) {
      Attempt one = new Attempt(current, List.of(whole.findings().get(last)));
      if (succeed(List.of(one))) {
        current = one.mended();
        progress = true;
      } else {
        dropped.add(whole.findings().get(last));
      }
    }
    return progress;
  }

  private boolean succeed(List<Attempt> attempts) {
    Map<String, List<Diagnostic>> gone =
        attempts.stream().collect(Collectors.toMap(one -> one.file().display(), Attempt::findings));
    if (!accept(attempts.stream().map(Attempt::mended).toList(), gone)) {
      return false;
    }
    attempts.stream()
        .flatMap(attempt -> attempt.findings().stream())
        .forEach(one -> done.add(Done.of(one.location(), one)));
    return true;
  }

  /** Takes files as they would be, if none is worse and what was mended is gone. */
  private boolean accept(List<FixedFile> mended, Map<String, List<Diagnostic>> gone) {
    Diagnostics then = validator.validate(workspace.with(mended));
    Map<String, List<Diagnostic>> before = byFile(found, one -> true);
    Map<String, List<Diagnostic>> after = byFile(then, one -> true);
    boolean better =
        mended.stream()
            .map(FixedFile::display)
            .allMatch(
                file ->
                    isBetter(
                        before.getOrDefault(file, List.of()),
                        after.getOrDefault(file, List.of()),
                        gone.getOrDefault(file, List.of())));
    if (better) {
      workspace.accept(mended);
      found = then;
    }
    return better;
  }

  private static boolean isBetter(
      List<Diagnostic> before, List<Diagnostic> after, List<Diagnostic> gone) {
    return errors(after) <= errors(before)
        && gone.stream().allMatch(one -> count(after, one) < count(before, one));
  }

  private static boolean lacksEnd(FixedFile file) {
    return !file.after().withLastLineEnded().equals(file.after())
        && file.document().root().isPresent();
  }

  private void endLastLines(List<FixedFile> files) {
    if (files.isEmpty()) {
      return;
    }
    if (accept(files.stream().map(Fixer::ended).toList(), Map.of())) {
      files.forEach(
          file ->
              done.add(new Done(Location.of(file.display()), "no line break at the end -> added")));
    } else if (files.size() > 1) {
      endLastLines(files.subList(0, files.size() / 2));
      endLastLines(files.subList(files.size() / 2, files.size()));
    }
  }

  private static FixedFile ended(FixedFile file) {
    return file.with(file.after().withLastLineEnded());
  }

  private static Map<String, List<Diagnostic>> byFile(
      Diagnostics found, Predicate<Diagnostic> wanted) {
    return found.all().stream()
        .filter(wanted)
        .collect(Collectors.groupingBy(one -> one.location().file()));
  }

  private static long errors(List<Diagnostic> found) {
    return found.stream().filter(one -> one.severity() == Severity.ERROR).count();
  }

  private static long count(List<Diagnostic> found, Diagnostic like) {
    return found.stream()
        .filter(one -> one.rule() == like.rule() && one.message().equals(like.message()))
        .count();
  }

  private static boolean isSafe(Diagnostic found) {
    return found.fix().filter(Fix::isSafe).isPresent();
  }

  /** The files that something safe was found in. */
  private Set<String> mendable() {
    return byFile(found, Fixer::isSafe).keySet();
  }

  private Fixed result() {
    Set<String> mendable = mendable();
    List<Declined> declined =
        workspace.declined().stream().filter(one -> mendable.contains(one.file())).toList();
    List<FixedFile> changed = workspace.files().stream().filter(FixedFile::isChanged).toList();
    return new Fixed(changed, done, declined, found, workspace.inventory());
  }
}
