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
 * Works out what a change of a user does to many datasets. All of it can be done, or nothing is: a
 * user that was to go everywhere must not stay in one file unnoticed.
 */
public final class UserChanges {

  private final FixedWorkspace workspace;
  private final UserChange change;
  private final List<Done> done = new ArrayList<>();
  private final List<Declined> declined = new ArrayList<>();

  private UserChanges(FixedWorkspace workspace, UserChange change) {
    this.workspace = workspace;
    this.change = change;
  }

  /**
   * Works it out; nothing is written.
   *
   * @param selected the datasets' files, as they are printed
   * @return {@code left} are the errors that there would be and are not there now; with one of
   *     them, or something declined, {@code files} is empty
   */
  public static Fixed plan(
      Workspace workspace, Validator validator, UserChange change, Predicate<String> selected) {
    FixedWorkspace mended = new FixedWorkspace(workspace, selected);
    Inventory before = mended.inventory();
    UserChanges changes = new UserChanges(mended, change);
    changes.apply(before, selected);
    Diagnostics found = validator.validate(before);
    Diagnostics worse =
        validator
            .validate(mended.inventory())
            .errors()
            .filter(one -> found.all().stream().noneMatch(other -> isSame(one, other)));
    boolean refused = !changes.declined.isEmpty() || worse.hasErrors();
    return new Fixed(
        refused ? List.of() : mended.files().stream().filter(FixedFile::isChanged).toList(),
        changes.done,
        changes.declined,
        worse,
        mended.inventory());
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
        .forEach(document -> decline(document.file(), "it cannot be read; mend it first"));
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
    for (Optional<UserChange.Step> next = change.next(document);
        next.isPresent();
        next = change.next(document)) {
      UserChange.Step step = next.get();
      if (step.edit().isEmpty()) {
        int line = step.place().span().line();
        decline(file.display(), "its users cannot be edited by the tool; edit line " + line);
        return;
      }
      done.add(new Done(document.location(step.place()), step.what()));
      Fix fix = YamlEdits.rewrite(step.edit().get(), true);
      file = file.with(file.after().with(List.of(fix)));
      document = file.document();
    }
    workspace.accept(List.of(file));
  }

  private void decline(String file, String reason) {
    declined.add(new Declined(file, reason));
  }

  /** Its line may be another now. */
  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.rule() == other.rule()
        && one.message().equals(other.message())
        && one.location().file().equals(other.location().file());
  }
}
