package io.exportctl.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.schema.Schemas;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks a valid file in random ways; {@code fix} makes it valid again and keeps comments. */
class FixerPropertyTest {

  private static final String VALID =
      """
      # Prison arrivals.
      name: arrivals # as the file
      bucket: target-bucket-name # theirs
      # Who may write:
      users:
        - alpha_user_one # one
        - alpha_user_two
        # the last
        - "alpha_user_three"
      paperwork: [https://example.org/a, https://example.org/b] # two
      keep_files: true # for now
      account: "210987654321"
      """;

  /** Common mistakes, each of which a fix undoes. */
  private static final List<UnaryOperator<String>> MISTAKES =
      List.of(
          text -> text.replaceFirst("(?m)^bucket:", "target_bucket:"),
          text -> text.replaceFirst("(?m)^bucket:", "'buckt':"),
          text -> text.replaceFirst("(?m)^users:", "Users:"),
          text -> text.replaceFirst("(?m)^users:", "user:"),
          text -> text.replaceFirst("(?m)^paperwork:", "paper_work:"),
          text -> text.replaceFirst("(?m)^keep_files:", "keepFiles:"),
          text -> text.replaceFirst(": target-bucket-name", ": arn:aws:s3:::target-bucket-name"),
          text -> text.replaceFirst(": target-bucket-name", ": \" target-bucket-name\""),
          text -> text.replaceFirst(": arrivals", ": 'arrivals '"),
          text -> text.replaceFirst("(?m)^name: ", "name:"),
          text -> text.replaceFirst("(?m)^  - alpha_user_one", "\t- alpha_user_one"),
          text -> text.replaceFirst("(?m)^  - alpha_user_two", "  \u2013 alpha_user_two"),
          text -> text.replaceFirst("\"alpha_user_three\"", "\u201Calpha_user_three\u201D"),
          text -> text.replaceFirst("https://example.org/b", "http://example.org/b"),
          text -> text.replaceFirst(": true", ": [True]"),
          text -> text.replaceFirst(": true", ": \"yes\""),
          text -> text.replaceFirst(": true", ": on"),
          text -> text.replaceFirst(": true", ":\n- TRUE"),
          text -> text.replaceFirst("(?m)^  - alpha_user_two$", "$0\n$0"),
          text -> text.replaceFirst("(?m)^  - alpha_user_two$", "$0\n  - alpha_user_one"),
          text -> text.replaceFirst("b]", "b, https://example.org/a]"),
          text -> text.replaceFirst("a, ", "a, 'https://example.org/a', "),
          text -> text.replaceFirst("[\r\n]+$", ""),
          text -> text.startsWith("\uFEFF") ? text : "\uFEFF" + text,
          text -> text.replaceAll("\r?\n", "\r\n"));

  @TempDir Path root;

  @Test
  void restoresValidFileWithAllComments() throws IOException {
    Path file = root.resolve("datasets/push/arrivals.yaml");
    Files.createDirectories(file.getParent());
    Files.copy(
        Goldens.resources().resolve("validate/platform.yaml"),
        root.resolve("datasets/platform.yaml"));
    Workspace workspace = Workspace.find(root);
    Validator validator =
        new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
    Random random = new Random(20270115);

    for (int i = 0; i < 300; i++) {
      String broken = broken(random);
      Files.writeString(file, broken);

      Fixer.plan(workspace, validator, any -> true, false).write();

      String fixed = Files.readString(file);
      Diagnostics left = validator.validate(workspace.read());
      assertThat(left.all()).as("%s\n->\n%s", broken, fixed).isEmpty();
      assertThat(comments(fixed)).as(broken).isEqualTo(comments(VALID));
      assertThat(fixed).doesNotContain("\uFEFF");
      assertThat(fixed.endsWith("\n") || fixed.equals(broken)).as(broken).isTrue();
      assertThat(fixed.contains("\r")).isEqualTo(broken.contains("\r"));
      assertThat(fixed.replaceAll("\r\n", "").contains("\r")).isFalse();
    }
  }

  private static String broken(Random random) {
    String text = VALID;
    List<UnaryOperator<String>> mistakes = new ArrayList<>(MISTAKES);
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text = mistakes.remove(random.nextInt(mistakes.size())).apply(text);
    }
    return text;
  }

  private static List<String> comments(String text) {
    Matcher matcher = Pattern.compile("#[^\r\n]*").matcher(text);
    return matcher.results().map(found -> found.group()).collect(Collectors.toList());
  }
}
