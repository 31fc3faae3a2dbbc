package io.exportctl.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.fix.Fixed;
import io.exportctl.schema.Schemas;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrates random old files with many differences, some of them broken. No value or comment is
 * lost, files that cannot be migrated are reported, and a second run changes nothing.
 */
class MigratorPropertyTest {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_/.:-]*[A-Za-z0-9]");

  private static final List<String> NAMES =
      List.of(
          "arrivals",
          "court-arrivals",
          "arrivals.yaml",
          "Arrivals",
          "case_load",
          "2027",
          "''",
          "\"caseload\" # theirs",
          "[caseload]");

  private static final List<String> BUCKETS =
      List.of(
          "target_bucket: target-bucket-name",
          "bucket: target-bucket-name # at the hub",
          "target_bucket: arn:aws:s3:::target-bucket-name # no name",
          "target_bucket: 'target-bucket-name'\nbucket: target-bucket-name",
          "bucket: one-bucket-name\ntarget_bucket: other-bucket-name",
          "target_bucket:\n  - target-bucket-name",
          "pull_arns:\n  - arn:aws:iam::210987654321:role/reader # theirs",
          "pull_arns: arn:aws:iam::210987654321:role/reader",
          "pull_arns:\n  - arn:aws:s3:::their-bucket\n  - arn:aws:iam::210987654321:user/reader",
          "pull_arns: [arn:aws:lambda:eu-west-2:210987654321:function:mover]\nbucket: history");

  private static final List<String> USERS =
      List.of(
          "users:\n  - alpha_user_one # one\n  - alpha_user_two",
          "users: [alpha_user_one, two, alpha_user_one]",
          "users:\n- alpha_user_one\n- alpha_user_one # again\n- three",
          "users: alpha_user_one",
          "users:\n  # nobody yet",
          "# no users");

  private static final List<String> SWITCHES =
      List.of(
          "allow_push:\n  - True # for now",
          "allow_push:\n  # not yet\n  - False",
          "keep_files:\n  - False",
          "keep_files: [True, False]",
          "keep_files: 'no' # never",
          "allow_push: Off",
          "keepfiles: True",
          "keep_files:",
          "contact: {team: arrivals, room: four}");

  private static final List<String> PAPERWORK =
      List.of(
          "paperwork: https://example.org/dpia/1",
          "paperwork: DPIA reference no. 123 # renewed",
          "paperwork: Data Movement Form (https://example.org/assessment/2). # signed",
          "paperwork:\n  - DPIA 17 = https://example.org/a/3\n  - Already stored there",
          "paperwork: [form https://example.org/a/4, \"see https://example.org/a/5\"]",
          "paperwork: |\n  both at https://example.org/a/6 # no comment",
          "paperwork: form and DPIA,\n  both at https://example.org/a/7",
          "paperwork: \"DPIA\\n\\u2028allow_push: yes https://example.org/a/8\"",
          "# paperwork: to come");

  @TempDir Path root;

  @Test
  void losesNoWordAndChangesNothingTheSecondTime() throws IOException {
    Files.createDirectories(root.resolve("datasets"));
    Files.copy(
        Goldens.resources().resolve("migrate/platform.yaml"),
        root.resolve("datasets/platform.yaml"));
    Workspace workspace = Workspace.find(root);
    Validator validator =
        new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
    Random random = new Random(20270115);

    for (int round = 0; round < 100; round++) {
      writeOld(random);
      SortedMap<String, String> old = Folders.files(root.resolve("old"));

      Migration first = plan(workspace, validator);
      first.write(workspace);

      assertThat(Folders.files(root.resolve("old"))).isEqualTo(old);
      old.forEach((path, text) -> assertNoWordIsLost("old/" + path, text, first));
      assertThat(rules(first.left()))
          .as("%s", old)
          .containsAll(rules(validator.validate(workspace.read())));
      Migration second = plan(workspace, validator);
      assertThat(second.missing()).isEmpty();
      assertThat(second.blocked()).isEmpty();
      assertThat(second.left()).isEqualTo(first.left());

      Folders.deleteAll(root.resolve("old"));
      first.files().forEach(file -> Folders.deleteAll(file.path()));
    }
  }

  private Migration plan(Workspace workspace, Validator validator) {
    return Migrator.plan(workspace, validator, workspace.read(), root.resolve("old"));
  }

  /** Checks that a file that is not migrated is reported and left unchanged. */
  private static void assertNoWordIsLost(String old, String text, Migration migration) {
    Optional<NewFile> file =
        migration.files().stream().filter(one -> one.old().equals(old)).findFirst();
    if (file.isEmpty()) {
      assertThat(migration.left().all())
          .anyMatch(found -> found.location().file().equals(old) && isError(found));
      return;
    }
    String kept =
        Stream.of(
                Stream.of(file.get().after()),
                migration.done().stream().map(Fixed.Done::what),
                migration.left().all().stream().map(Diagnostic::message))
            .flatMap(texts -> texts)
            .collect(Collectors.joining("\n"));
    assertThat(words(text)).as("%s%n%s%n->%n%s", old, text, kept).allMatch(kept::contains);
  }

  private static boolean isError(Diagnostic found) {
    return found.severity() == Severity.ERROR;
  }

  private static Set<RuleId> rules(Diagnostics found) {
    return found.all().stream().map(Diagnostic::rule).collect(Collectors.toSet());
  }

  private void writeOld(Random random) throws IOException {
    int files = 1 + random.nextInt(3);
    for (int file = 0; file < files; file++) {
      String kind = random.nextBoolean() ? "push" : "pull";
      String name = pick(List.of("arrivals", "court-arrivals", "case_load", "2027"), random);
      String end = random.nextInt(8) == 0 ? ".yml" : ".yaml";
      Path path = root.resolve("old/" + kind + "_datasets/" + name + end);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text(random));
    }
  }

  private static String text(Random random) {
    String text =
        String.join(
                "\n",
                "# Asked for in May.",
                "name: " + pick(NAMES, random),
                pick(BUCKETS, random),
                pick(USERS, random),
                pick(SWITCHES, random),
                pick(PAPERWORK, random))
            + "\n";
    text = text.indent(random.nextInt(3));
    if (random.nextInt(10) == 0) {
      int cut = random.nextInt(text.length());
      text =
          text.substring(0, cut)
              + pick(List.of("\t", "'", ": ", "\n---\n", "{"), random)
              + text.substring(cut);
    }
    if (random.nextInt(4) == 0) {
      text = text.stripTrailing();
    }
    if (random.nextInt(4) == 0) {
      text = text.replace("\n", "\r\n");
    }
    return random.nextInt(8) == 0 ? "\uFEFF" + text : text;
  }

  private static List<String> words(String text) {
    String unescaped = text.replaceAll("\\\\(?:n|u[0-9A-F]{4})", " ");
    return WORD.matcher(unescaped).results().map(MatchResult::group).toList();
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
