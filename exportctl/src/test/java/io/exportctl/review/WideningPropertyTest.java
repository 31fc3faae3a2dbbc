package io.exportctl.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.dataset.Effect;
import io.exportctl.register.Register;
import io.exportctl.schema.Schemas;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change by which the rendered Terraform grants more is never said to narrow access, and one by
 * which it grants less is said to narrow it.
 */
class WideningPropertyTest {

  private static final int ROUNDS = 40;
  private static final Path PLATFORM = Goldens.resources().resolve("review/platform.yaml");
  private static final List<String> ACCOUNTS = List.of("210987654321", "345678901234");
  private static final List<String> USERS = List.of("one", "two", "three");

  @TempDir Path root;

  private int widened;
  private int narrowed;

  @Test
  void readsTheAccessThatIsRendered() throws IOException {
    write("before", "pull", "a", pull(List.of("210987654321:role/r"), true) + users("one"));
    write("before", "push", "a", "bucket: some-bucket\n" + users("two"));

    assertThat(access("before"))
        .containsExactly(
            "alpha_user_one uses pull example-a",
            "alpha_user_two uses push a",
            "arn:aws:iam::210987654321:role/r reads example-a",
            "arn:aws:iam::210987654321:role/r writes example-a",
            "push_a.tf goes to some-bucket owned by any");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverCallsAWideningNarrow(long seed) throws IOException {
    Random random = new Random(seed);
    writeAll("before", random);
    for (int round = 0; round < ROUNDS; round++) {
      Folders.copy(root.resolve("before"), root.resolve("after"));
      edit("after", random);
      check(seed + "/" + round);
      Folders.deleteAll(root.resolve("before"));
      Files.move(root.resolve("after"), root.resolve("before"));
    }

    assertThat(widened).as("rounds that widen").isGreaterThan(5);
    assertThat(narrowed).as("rounds that only narrow").isGreaterThan(1);
  }

  private void check(String round) {
    Set<String> before = access("before");
    Set<String> after = access("after");
    List<Change> changes =
        WorkspaceReview.changes(Optional.of(version("before")), version("after"));
    Effect effect = Effect.gravest(changes.stream().map(Change::effect).toList());

    if (!RenderedAccess.isWithin(after, before)) {
      widened++;
      assertThat(effect).as("%s %s", round, changes).isGreaterThanOrEqualTo(Effect.WIDENS);
    } else if (!RenderedAccess.isWithin(before, after)) {
      assertThat(effect).as("%s %s", round, changes).isGreaterThanOrEqualTo(Effect.NARROWS);
      narrowed += effect == Effect.NARROWS ? 1 : 0;
    }
  }

  private Set<String> access(String version) {
    Cli.Result rendered = Cli.in(root.resolve(version)).run("render");
    assertThat(rendered.status()).as(rendered.err() + rendered.out()).isZero();
    return RenderedAccess.in(root.resolve(version + "/terraform"));
  }

  private Version version(String folder) {
    Workspace workspace = Workspace.find(root.resolve(folder));
    Inventory inventory = workspace.read();
    Validator validator =
        new Validator(new Schemas(workspace::resource), LocalDate.of(2027, 1, 15));
    Register register = Register.of(inventory, validator.validate(inventory));
    assertThat(register.unreadable()).isEmpty();
    return Version.of(inventory, register);
  }

  private void writeAll(String version, Random random) throws IOException {
    for (String kind : List.of("push", "pull", "landing")) {
      for (String name : List.of("a", "b")) {
        write(version, kind, kind.equals("landing") ? name + "_notes" : name, any(kind, random));
      }
    }
  }

  /** Writes a dataset anew, or removes it. */
  private void edit(String version, Random random) throws IOException {
    String kind = pick(random, List.of("push", "pull", "landing"));
    String name = pick(random, List.of("a", "b")) + (kind.equals("landing") ? "_notes" : "");
    Path file = file(version, kind, name);
    if (random.nextInt(12) == 0 && Files.exists(file)) {
      Files.delete(file);
      return;
    }
    String state = random.nextInt(4) == 0 ? "state: suspended\n" : "";
    write(version, kind, name, state + any(kind, random));
  }

  private static String any(String kind, Random random) {
    String people = users(some(random, USERS));
    List<String> arns =
        List.of(
            some(
                    random,
                    ACCOUNTS.stream()
                        .flatMap(one -> List.of(one + ":role/r", one + ":role/s").stream())
                        .toList())
                .split(", ", -1));
    return switch (kind) {
      case "push" ->
          "bucket: "
              + pick(random, List.of("some-bucket", "other-bucket"))
              + "\n"
              + (random.nextBoolean() ? "account: \"" + pick(random, ACCOUNTS) + "\"\n" : "")
              + people;
      case "pull" -> pull(arns, random.nextBoolean()) + people;
      default ->
          "namespace: notes\nput_arns:\n"
              + arns.stream()
                  .map(arn -> "  - arn:aws:iam::" + arn + "\n")
                  .collect(Collectors.joining())
              + people;
    };
  }

  private static String pull(List<String> arns, boolean writes) {
    return "pull_arns:\n"
        + arns.stream().map(arn -> "  - arn:aws:iam::" + arn + "\n").collect(Collectors.joining())
        + "allow_push: "
        + writes
        + "\n";
  }

  private static String users(String names) {
    return "users:\n"
        + List.of(names.split(", ", -1)).stream()
            .map(name -> "  - alpha_user_" + name + "\n")
            .collect(Collectors.joining());
  }

  private void write(String version, String kind, String name, String text) throws IOException {
    Path file = file(version, kind, name);
    Files.createDirectories(file.getParent());
    Files.write(root.resolve(version + "/datasets/platform.yaml"), Files.readAllBytes(PLATFORM));
    Files.writeString(
        file,
        "name: " + name + "\n" + text + "paperwork: https://example.org/" + kind + name + "\n");
  }

  private Path file(String version, String kind, String name) {
    return root.resolve(version + "/datasets/" + kind + "/" + name + ".yaml");
  }

  /** Returns at least one of some words, joined by commas. */
  private static String some(Random random, List<String> words) {
    int first = random.nextInt(words.size());
    return IntStream.range(0, words.size())
        .filter(i -> i == first || random.nextInt(3) > 0)
        .mapToObj(words::get)
        .collect(Collectors.joining(", "));
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
