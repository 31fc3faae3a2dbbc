package io.exportctl.fix;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
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
 * Applies safe fixes, those where a file can only have meant one thing, and on request the others
 * that are shown. Each attempt is validated first, and a fix that makes a file worse is dropped.
 */
public final class Fixer {

  /** Most rounds of fixes; one fix can reveal the next fault, such as an ARN under a wrong key. */
  private static final int ROUNDS = 10;

  /** A file with the findings to fix in it. */
  private record Attempt(FixedFile file, List<Diagnostic> findings) {

    FixedFile fixed() {
      List<Fix> fixes = findings.stream().flatMap(one -> one.fix().stream()).toList();
      return file.with(file.after().with(fixes));
    }
  }

  private final boolean unsafe;
  private final Validator validator;
  private final FixedWorkspace workspace;
  private final List<Done> done = new ArrayList<>();
  private final Set<Diagnostic> dropped = new HashSet<>();
  private Diagnostics found;

  private Fixer(Validator validator, FixedWorkspace workspace, boolean unsafe) {
    this.unsafe = unsafe;
    this.validator = validator;
    this.workspace = workspace;
    this.done.addAll(workspace.rename());
    workspace.load();
    this.found = validator.validate(workspace.inventory());
  }

  /**
   * Plans the fixes without writing anything.
   *
   * @param selected accepts the files that may be changed, by their printed paths
   * @param unsafe true to apply the fixes that are shown but are not certain, too
   */
  public static Fixed plan(
      Workspace workspace, Validator validator, Predicate<String> selected, boolean unsafe) {
    Fixer fixer = new Fixer(validator, new FixedWorkspace(workspace, selected), unsafe);
    fixer.fix();
    return fixer.result();
  }

  private void fix() {
    boolean progress = true;
    for (int round = 0; progress && round < ROUNDS; round++) {
      Set<String> fixable = fixableFiles();
      progress =
          fix(workspace.files().stream().filter(file -> fixable.contains(file.display())).toList());
    }
    endLastLines(
        workspace.files().stream()
            .filter(file -> file.isChanged() && lacksLastLineBreak(file))
            .toList());
  }

  /** Fixes all files at once; if one gets worse, each half by itself, down to the single file. */
  private boolean fix(List<FixedFile> files) {
    if (files.isEmpty()) {
      return false;
    }
    FindingsByFile safe = FindingsByFile.of(found, one -> isWanted(one) && !dropped.contains(one));
    List<Attempt> attempts =
        files.stream()
            .map(file -> new Attempt(file, safe.in(file.display())))
            .filter(attempt -> !attempt.findings().isEmpty())
            .toList();
    if (attempts.isEmpty() || succeed(attempts)) {
      return !attempts.isEmpty();
    }
    if (files.size() == 1) {
      return fixOneByOne(attempts.get(0));
    }
    int half = files.size() / 2;
    boolean first = fix(files.subList(0, half));
    return fix(files.subList(half, files.size())) || first;
  }

  /**
   * Tries the fixes of one file separately, because one makes the file worse or two conflict. Goes
   * from the end to the start, so that the places of the remaining findings stay valid.
   */
  private boolean fixOneByOne(Attempt whole) {
    boolean progress = false;
    FixedFile current = whole.file();
    for (int last = whole.findings().size() - 1; last >= 0; last--) {
      Attempt one = new Attempt(current, List.of(whole.findings().get(last)));
      if (succeed(List.of(one))) {
        current = one.fixed();
        progress = true;
      } else {
        dropped.add(whole.findings().get(last));
      }
    }
    return progress;
  }

  private boolean succeed(List<Attempt> attempts) {
    Map<String, List<Diagnostic>> fixed =
        attempts.stream().collect(Collectors.toMap(one -> one.file().display(), Attempt::findings));
    if (!accept(attempts.stream().map(Attempt::fixed).toList(), new FindingsByFile(fixed))) {
      return false;
    }
    attempts.stream()
        .flatMap(attempt -> attempt.findings().stream())
        .forEach(one -> done.add(Done.of(one.location(), one)));
    return true;
  }

  /** Accepts fixed files if none of them is worse, and the fixed findings are gone. */
  private boolean accept(List<FixedFile> files, FindingsByFile fixed) {
    Diagnostics then = validator.validate(workspace.with(files));
    FindingsByFile before = FindingsByFile.of(found, any -> true);
    FindingsByFile after = FindingsByFile.of(then, any -> true);
    boolean better =
        files.stream()
            .map(FixedFile::display)
            .allMatch(file -> after.isBetter(file, before, fixed.in(file)));
    if (better) {
      workspace.accept(files);
      found = then;
    }
    return better;
  }

  private static boolean lacksLastLineBreak(FixedFile file) {
    return !file.after().withLastLineEnded().equals(file.after())
        && file.document().root().isPresent();
  }

  private void endLastLines(List<FixedFile> files) {
    if (files.isEmpty()) {
      return;
    }
    List<FixedFile> ended =
        files.stream().map(file -> file.with(file.after().withLastLineEnded())).toList();
    if (accept(ended, new FindingsByFile(Map.of()))) {
      files.forEach(
          file ->
              done.add(
                  new Done(Location.of(file.display()), "missing line break at the end -> added")));
    } else if (files.size() > 1) {
      endLastLines(files.subList(0, files.size() / 2));
      endLastLines(files.subList(files.size() / 2, files.size()));
    }
  }

  private boolean isWanted(Diagnostic found) {
    return found.fix().filter(fix -> fix.isSafe() || (unsafe && fix.isEnough())).isPresent();
  }

  /** Returns the files that have a finding with a fix to apply. */
  private Set<String> fixableFiles() {
    return FindingsByFile.of(found, this::isWanted).files();
  }

  private Fixed result() {
    Set<String> fixable = fixableFiles();
    List<Declined> declined =
        workspace.declined().stream().filter(one -> fixable.contains(one.file())).toList();
    List<FixedFile> changed = workspace.files().stream().filter(FixedFile::isChanged).toList();
    return new Fixed(changed, done, declined, found, workspace.inventory());
  }
}
