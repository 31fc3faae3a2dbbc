package io.exportctl.fix;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.fix.Fixed.Declined;
import io.exportctl.fix.Fixed.Done;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Plans a change in many datasets. It is made in all of them or in none, so that a user who is to
 * be removed everywhere does not stay in one file unnoticed.
 */
public final class FileChanges {

  private final FixedWorkspace workspace;
  private final FileChange change;
  private final List<Done> done = new ArrayList<>();
  private final List<Declined> declined = new ArrayList<>();

  private FileChanges(FixedWorkspace workspace, FileChange change) {
    this.workspace = workspace;
    this.change = change;
  }

  /**
   * Plans the change without writing anything.
   *
   * @param selected accepts the datasets' files by their printed paths
   * @return a result whose {@code left} holds the new errors that the change would cause; if there
   *     are any, or a file is declined, {@code files} is empty
   */
  public static Fixed plan(
      Workspace workspace, Validator validator, FileChange change, Predicate<String> selected) {
    FixedWorkspace fixed = new FixedWorkspace(workspace, selected);
    Inventory before = fixed.inventory();
    FileChanges changes = new FileChanges(fixed, change);
    changes.apply(before, selected);
    Diagnostics found = validator.validate(before);
    Diagnostics worse =
        validator
            .validate(fixed.inventory())
            .errors()
            .filter(one -> found.all().stream().noneMatch(other -> isSame(one, other)));
    boolean refused = !changes.declined.isEmpty() || worse.hasErrors();
    return new Fixed(
        refused ? List.of() : fixed.files().stream().filter(FixedFile::isChanged).toList(),
        changes.done,
        changes.declined,
        worse,
        fixed.inventory());
  }

  private void apply(Inventory before, Predicate<String> selected) {
    before.strays().stream()
        .filter(stray -> stray.fix().isPresent() && selected.test(stray.location().file()))
        .forEach(stray -> decline(stray.location().file(), stray.message()));
    workspace.load();
    List<YamlDocument> documents =
        before.datasets().stream()
            .map(DatasetFile::document)
            .filter(document -> selected.test(document.file()))
            .toList();
    documents.stream()
        .filter(document -> document.root().isEmpty())
        .forEach(document -> decline(document.file(), "it cannot be read; fix it first"));
    documents.stream()
        .filter(document -> change.next(document).isPresent())
        .flatMap(document -> workspace.declined(document.file()))
        .forEach(declined::add);
    workspace.files().forEach(this::apply);
  }

  private void apply(FixedFile original) {
    FixedFile file = original;
    YamlDocument document = file.document();
    Optional<String> objection = change.objection(document);
    if (objection.isPresent()) {
      decline(file.display(), objection.get());
      return;
    }
    for (Optional<FileChange.Step> next = change.next(document);
        next.isPresent();
        next = change.next(document)) {
      FileChange.Step step = next.get();
      if (step.edit().isEmpty()) {
        int line = step.place().span().line();
        decline(
            file.display(),
            change.subjectOfEdits() + " cannot be edited by the tool; edit line " + line);
        return;
      }
      done.add(new Done(document.location(step.place()), step.what()));
      Fix fix = YamlEdits.rewrite(step.edit().get(), true);
      file = file.with(file.after().with(List.of(fix)));
      document = file.document();
    }
    workspace.accept(List.of(file));
    if (change.fileName().isPresent()) {
      workspace.rename(file, change.fileName().get());
    }
  }

  private void decline(String file, String reason) {
    declined.add(new Declined(file, reason));
  }

  /** Compares without lines, which the change may have moved. */
  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.rule() == other.rule()
        && one.message().equals(other.message())
        && one.location().file().equals(other.location().file());
  }
}
