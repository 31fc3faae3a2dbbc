package io.exportctl.migrate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.fix.Fixed;
import io.exportctl.kind.Kinds;
import io.exportctl.migrate.OldFolder.OldFile;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A file of the older system while the steps of the migration edit it. */
final class MigratedFile {

  /** Most rounds of fixes; one fixed value can reveal the next fault. */
  private static final int ROUNDS = 50;

  private final OldFile old;
  private final List<Fixed.Done> done = new ArrayList<>();
  private final List<Diagnostic> questions = new ArrayList<>();
  private final List<Location> asked = new ArrayList<>();
  private final Function<String, DatasetFile> reading;
  private TracedText text;
  private DatasetFile file;

  /**
   * @param reading makes a dataset's file with its new name from a text
   */
  MigratedFile(OldFile old, Function<String, DatasetFile> reading) {
    this.old = old;
    this.reading = reading;
    this.text = TracedText.of(old.text());
    this.file = reading.apply(old.text());
  }

  OldFile old() {
    return old;
  }

  String text() {
    return text.text();
  }

  DatasetFile file() {
    return file;
  }

  /** Returns the new file's name without its extension. */
  String name() {
    return file.fileName().orElseThrow();
  }

  boolean hasOwnBucket() {
    return Kinds.of(file.kind()).bucket().isPresent();
  }

  List<Fixed.Done> done() {
    return List.copyOf(done);
  }

  List<Diagnostic> questions() {
    return List.copyOf(questions);
  }

  /** Records a change of the file as a whole that keeps its meaning. */
  void fixed(String what) {
    done.add(new Fixed.Done(Location.of(old.display()), what));
  }

  /** Records a question about the file as a whole that only a person can answer. */
  void ask(RuleId rule, String message, String help) {
    questions.add(Diagnostic.of(Location.of(old.display()), rule, message).withHelp(help));
  }

  void take(Step step) {
    YamlDocument document = file.document();
    List<Outcome> outcomes =
        document.mapping().map(keys -> step.in(document, keys)).orElse(List.of());
    for (Outcome outcome : outcomes) {
      Location place = origin(document.location(outcome.span()));
      if (outcome instanceof Outcome.Fixed fixed) {
        done.add(new Fixed.Done(place, fixed.what()));
      } else if (outcome instanceof Outcome.Question question) {
        questions.add(
            Diagnostic.of(place, question.rule(), question.message()).withHelp(question.help()));
        asked.add(place);
        question.edits().forEach(edit -> asked.add(origin(start(document, edit))));
      }
    }
    become(text.with(outcomes.stream().flatMap(outcome -> outcome.edits().stream()).toList()));
  }

  /**
   * Applies the fixes of {@code exportctl fix}, except for keys and the name: a key that the older
   * system ignored must not take effect now, and the names in AWS depend on the name.
   *
   * @param check validates the file on its own
   */
  void applySafeFixes(Function<DatasetFile, Diagnostics> check) {
    Set<Diagnostic> tried = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Diagnostics found = check.apply(file);
      Optional<Diagnostic> next =
          found.all().stream()
              .filter(one -> isSafe(one) && !isName(one) && tried.add(one))
              .findFirst();
      if (next.isEmpty()) {
        return;
      }
      applySafeFixes(next.get(), found, check);
    }
  }

  private void applySafeFixes(
      Diagnostic one, Diagnostics found, Function<DatasetFile, Diagnostics> check) {
    Fix.Rewrite fix = (Fix.Rewrite) one.fix().orElseThrow();
    TracedText fixed = text.with(fix.edits());
    Diagnostics then = check.apply(reading.apply(fixed.text()));
    if (then.count(Severity.ERROR) <= found.count(Severity.ERROR) && !then.all().contains(one)) {
      done.add(Fixed.Done.of(origin(one.location()), one));
      become(fixed);
    }
  }

  private boolean isName(Diagnostic found) {
    YamlDocument document = file.document();
    return document
        .mapping()
        .flatMap(keys -> keys.get("name"))
        .filter(name -> document.location(name).equals(found.location()))
        .isPresent();
  }

  private static boolean isSafe(Diagnostic found) {
    return found.rule() != RuleId.UNKNOWN_KEY
        && found.fix().filter(fix -> fix instanceof Fix.Rewrite && fix.isSafe()).isPresent();
  }

  void endLastLine() {
    TracedText ended = text.withLastLineEnded();
    if (!ended.text().equals(text.text())) {
      fixed("missing line break at the end -> added");
      become(ended);
    }
  }

  private static Location start(YamlDocument document, Fix.Edit edit) {
    return document.location(new Span(edit.line(), edit.column(), 1));
  }

  /**
   * Returns true if a question already covers a place, so that a finding there is redundant.
   *
   * @param place a place in the old file
   */
  boolean isAsked(Location place) {
    return asked.stream()
        .anyMatch(one -> one.line() == place.line() && one.column() == place.column());
  }

  /** Returns the place of the dataset's name in the old file, or the whole file. */
  Location namePlace() {
    return old.document()
        .text("name")
        .map(old.document()::location)
        .orElseGet(() -> Location.of(old.display()));
  }

  /** Maps a place in the new file to its place in the old one. */
  Location origin(Location place) {
    return text.origin(place, old.display());
  }

  private void become(TracedText edited) {
    text = edited;
    file = reading.apply(edited.text());
  }
}
