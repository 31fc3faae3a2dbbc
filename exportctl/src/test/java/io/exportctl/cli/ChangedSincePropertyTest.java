package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever an edit causes an error, {@code --changed-since} shows it: in other files too. */
class ChangedSincePropertyTest {

  private static final int ROUNDS = 12;

  private static final List<String> NAMES =
      List.of("a", "b", "prison_arrivals", "court_dashboard", "d" + "_long".repeat(11));

  private static final List<String> BUCKETS =
      List.of("elsewhere", "example-court-dashboard", "example-hub-exports", "example-a");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void showsAllThatIsNew(long seed) throws IOException {
    Random random = new Random(seed);
    ExampleWorkspace.writeTo(root);
    Repository repository = Repository.in(root);
    int news = 0;

    for (int round = 0; round < ROUNDS; round++) {
      repository.commit();
      List<String> before = places("validate");
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        edit(random);
      }
      List<String> fresh = new ArrayList<>(places("validate"));
      fresh.removeAll(before);

      assertThat(places("validate", "--changed-since", "HEAD"))
          .as("round %d", round)
          .containsAll(fresh);
      news += fresh.size();
    }

    assertThat(news).as("what the edits broke").isGreaterThan(ROUNDS);
  }

  private void edit(Random random) throws IOException {
    boolean push = random.nextBoolean();
    Path file =
        root.resolve("datasets/" + (push ? "push/" : "pull/") + pick(random, NAMES) + ".yaml");
    String users =
        String.join(
            ", ",
            IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> pick(random, List.of("alpha_user_one", "alpha_user_two", "other")))
                .distinct()
                .toList());
    Files.writeString(
        file,
        "name: "
            + pick(random, NAMES)
            + (push
                ? "\nbucket: " + pick(random, BUCKETS)
                : "\npull_arns: [arn:aws:iam::210987654321:role/r]")
            + "\nusers: ["
            + users
            + "]\npaperwork: https://example.org/"
            + pick(random, NAMES)
            + "\n");
  }

  /** Where something was found: what was wrong there before may now be said in other words. */
  private List<String> places(String... command) {
    return Cli.in(root)
        .run(command)
        .out()
        .lines()
        .filter(line -> line.matches("\\S+: error: .*"))
        .map(line -> line.replaceFirst(": .*", ""))
        .toList();
  }

  private static String pick(Random random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
