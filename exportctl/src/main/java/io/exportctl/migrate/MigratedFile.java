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

/** A file of the older system on its way to what it becomes. */
final class MigratedFile {

  /** A mended value may uncover the next fault; after this many there is no end to it. */
  private static final int ROUNDS = 50;

  private final OldFile old;
  private final List<Fixed.Done> done = new ArrayList<>();
  private final List<Diagnostic> questions = new ArrayList<>();
  private final List<Location> asked = new ArrayList<>();
  private final Function<String, DatasetFile> reading;
  private TracedText text;
  private DatasetFile file;

  /**
   * @param reading makes a dataset's file, under its new name, of a text
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

  /** What the new file is called, without its end. */
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

  /** Something about the file as a whole that is known to mean the same. */
  void mended(String what) {
    done.add(new Fixed.Done(Location.of(old.display()), what));
  }

  /** Something about the file as a whole that only a person can decide. */
  void ask(RuleId rule, String message, String help) {
    questions.add(Diagnostic.of(Location.of(old.display()), rule, message).withHelp(help));
  }

  void take(Step step) {
    YamlDocument document = file.document();
    List<Outcome> outcomes =
        document.mapping().map(keys -> step.in(document, keys)).orElse(List.of());
    for (Outcome outcome : outcomes) {
      Location place = origin(document.location(outcome.span()));
      if (outcome instanceof Outcome.Fixed mended) {
        done.add(new Fixed.Done(place, mended.what()));
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
   * Mends what {@code fix} would, but for keys and the name: a key that the older system did not
   * know did nothing and is not to begin now, and on the name hang those of AWS.
   *
   * @param check finds what is wrong with the file alone
   */
  void mendSafely(Function<DatasetFile, Diagnostics> check) {
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
      mendSafely(next.get(), found, check);
    }
  }

  private void mendSafely(
      Diagnostic one, Diagnostics found, Function<DatasetFile, Diagnostics> check) {
    Fix.Rewrite fix = (Fix.Rewrite) one.fix().orElseThrow();
    TracedText mended = text.with(fix.edits());
    Diagnostics then = check.apply(reading.apply(mended.text()));
    if (then.count(Severity.ERROR) <= found.count(Severity.ERROR) && !then.all().contains(one)) {
      done.add(Fixed.Done.of(origin(one.location()), one));
      become(mended);
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
      mended("no line break at the end -> added");
      become(ended);
    }
  }

  private static Location start(YamlDocument document, Fix.Edit edit) {
    return document.location(new Span(edit.line(), edit.column(), 1));
  }

  /**
   * Whether a question is about a place, and says better what is wrong there.
   *
   * @param place in the old file
   */
  boolean isAsked(Location place) {
    return asked.stream()
        .anyMatch(one -> one.line() == place.line() && one.column() == place.column());
  }

  /** Where the old file says how the dataset is called. */
  Location namePlace() {
    return old.document()
        .text("name")
        .map(old.document()::location)
        .orElseGet(() -> Location.of(old.display()));
  }

  /** The place in the old file that a place in the new one comes from. */
  Location origin(Location place) {
    return text.origin(place, old.display());
  }

  private void become(TracedText edited) {
    text = edited;
    file = reading.apply(edited.text());
  }
}
