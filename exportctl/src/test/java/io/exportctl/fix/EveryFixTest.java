package io.exportctl.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.schema.Schemas;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import io.exportctl.yaml.edit.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies every fix that the fixtures of {@code validate} offer; each must resolve its finding. */
class EveryFixTest {

  private static final Path FIXTURES = Goldens.resources().resolve("validate");

  @TempDir Path root;

  private Workspace workspace;
  private Validator validator;

  static List<String> fixtures() {
    return Stream.of("push", "pull", "platform")
        .flatMap(
            folder ->
                Folders.names(FIXTURES.resolve(folder), ".yaml").stream()
                    .map(name -> folder + "/" + name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void resolvesItsFinding(String fixture) throws IOException {
    open(fixture);
    Inventory inventory = workspace.read();
    Diagnostics found = validator.validate(inventory);

    for (Diagnostic one : found.all()) {
      if (one.fix().isPresent() && !(one.fix().get() instanceof Fix.Rename)) {
        assertResolves(one, inventory, found);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void showsNoLineThatTheNextRunRefuses(String fixture) throws IOException {
    open(fixture);
    Inventory inventory = workspace.read();
    Diagnostics found = validator.validate(inventory);

    for (Diagnostic one : found.all()) {
      if (one.fix().orElse(null) instanceof Fix.Rewrite fix && fix.isEnough() && isInLine(one)) {
        Diagnostic shown = one.withFix(new Fix.Rewrite(fix.shown(), true));
        Diagnostics then = validator.validate(inventory.with(fixed(shown)));
        assertThat(then.errors().all())
            .filteredOn(other -> other.location().line() == one.location().line())
            .filteredOn(other -> other.rule() != RuleId.MISSING_KEY && !isAcrossFiles(other))
            .filteredOn(other -> found.all().stream().noneMatch(known -> isSame(known, other)))
            .as("after the fix of %s", one)
            .isEmpty();
      }
    }
  }

  /** Returns true if the fixed line is shown below the finding. */
  private static boolean isInLine(Diagnostic one) {
    int line = one.location().line();
    return ((Fix.Rewrite) one.fix().orElseThrow())
        .shown().stream().allMatch(edit -> edit.line() == line && edit.endLine() == line);
  }

  /** Returns true for rules that look at all files, which a fix in one line cannot satisfy. */
  private static boolean isAcrossFiles(Diagnostic found) {
    return Set.of(RuleId.NAME_FILE_MISMATCH, RuleId.DUPLICATE_NAME).contains(found.rule());
  }

  @Test
  void coversManyFixes() throws IOException {
    long safe = 0;
    long shown = 0;
    for (String fixture : fixtures()) {
      open(fixture);
      for (Diagnostic one : validator.validate(workspace.read()).all()) {
        safe += one.fix().filter(Fix::isSafe).isPresent() ? 1 : 0;
        shown += one.fix().filter(fix -> !fix.isSafe()).isPresent() ? 1 : 0;
      }
      Folders.deleteAll(root.resolve("datasets"));
    }

    assertThat(safe).isGreaterThan(40);
    assertThat(shown).isGreaterThan(25);
  }

  private void assertResolves(Diagnostic one, Inventory inventory, Diagnostics found) {
    YamlDocument before = document(inventory, one.location().file());
    YamlDocument after = fixed(one);
    List<Diagnostic> then = validator.validate(inventory.with(after)).all();

    assertThat(then.stream().filter(other -> isSame(one, other)).count())
        .as("after the fix of %s there are %s", one, then)
        .isLessThan(found.all().stream().filter(other -> isSame(one, other)).count());
    if (before.root().isPresent()) {
      assertThat(after.root()).as(after.lines().toString()).isPresent();
    } else {
      assertThat(then)
          .as("after the fix of %s", one)
          .noneMatch(other -> other.location().line() == one.location().line() && isSyntax(other));
    }
  }

  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.rule() == other.rule() && one.message().equals(other.message());
  }

  private static boolean isSyntax(Diagnostic found) {
    return found.rule().id().equals("yaml-syntax");
  }

  private YamlDocument fixed(Diagnostic one) {
    String file = one.location().file();
    SourceText before = FixedFile.read(workspace, workspace.resolve(file)).before();
    return YamlReader.read(file, before.with(List.of(one.fix().orElseThrow())).bytes());
  }

  private static YamlDocument document(Inventory inventory, String file) {
    return Stream.concat(
            Stream.of(inventory.platform()),
            inventory.datasets().stream().map(DatasetFile::document))
        .filter(document -> document.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private void open(String fixture) throws IOException {
    write("datasets/platform.yaml", FIXTURES.resolve("platform.yaml"));
    String target = fixture.startsWith("platform/") ? "platform" : fixture.replace('-', '_');
    write("datasets/" + target + ".yaml", FIXTURES.resolve(fixture + ".yaml"));
    workspace = Workspace.find(root);
    validator = new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
  }

  private void write(String path, Path content) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.write(root.resolve(path), Files.readAllBytes(content));
  }
}
