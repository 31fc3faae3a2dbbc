package io.exportctl.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes realistic datasets, the same for the same number: half push, half pull, with each option
 * in some of them. There are half as many users as datasets, each in several datasets, and one user
 * in about a hundred.
 */
final class Datasets {

  private static final String OURS_READS =
      " # exportctl: ignore[own-account-role] because a service of the platform reads it";

  private static final String ACCOUNT = "123456789012";
  private static final List<String> AREAS =
      List.of("bail", "court", "custody", "legal", "police", "prison", "tribunal", "youth");
  private static final List<String> TOPICS =
      List.of("appeals", "arrivals", "costs", "hearings", "orders", "outcomes", "reports");
  private static final List<String> PEOPLE =
      List.of("amira", "bo", "chen", "dana", "eli", "farah", "gwen", "hugo");

  private final int size;
  private final Set<String> users = new TreeSet<>();

  private Datasets(int size) {
    this.size = size;
  }

  /** Writes a folder of datasets and returns the names of all their users. */
  static Set<String> write(int size, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("push"));
    Files.createDirectories(folder.resolve("pull"));
    writePlatform(folder);
    Datasets datasets = new Datasets(size);
    for (int pair = 0; 2 * pair < size; pair++) {
      String name = name(pair);
      Files.writeString(folder.resolve("push/" + name + ".yaml"), datasets.push(name, pair));
      if (2 * pair + 1 < size) {
        Files.writeString(folder.resolve("pull/" + name + ".yaml"), datasets.pull(name, pair));
      }
    }
    return Collections.unmodifiableSet(datasets.users);
  }

  /** Writes a folder of only push datasets. */
  static void writePush(int size, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("push"));
    writePlatform(folder);
    Datasets datasets = new Datasets(2 * size);
    for (int pair = 0; pair < size; pair++) {
      String name = name(pair);
      Files.writeString(folder.resolve("push/" + name + ".yaml"), datasets.push(name, pair));
    }
  }

  private static void writePlatform(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("platform.yaml"),
        """
        account_id: "%s"
        region: eu-west-2
        export_bucket: example-hub-exports
        pull_bucket_prefix: example-
        user_prefix: alpha_user_
        recovery_days: 35
        alarm_topic_arn: arn:aws:sns:eu-west-2:%s:data-platform-alarms
        tags:
          application: data-exports
          environment: production
          owner: data-engineering@example.org
        """
            .formatted(ACCOUNT, ACCOUNT));
  }

  private String push(String name, int pair) {
    String receiver = name.replace('_', '-');
    return "name: "
        + name
        + "\nbucket: receiver-"
        + receiver
        + "-landing\n"
        + common(name, pair, 2 * pair)
        + (pair % 4 == 1 ? "keep_files: true\n" : pair % 4 == 2 ? "keep_files: false\n" : "")
        + (pair % 3 == 0 ? "kms_key_arn: " + key(pair) + "\n" : "")
        + "account: \"210987654320\"\n";
  }

  private String pull(String name, int pair) {
    List<String> readers = new ArrayList<>();
    for (int i = 0; i <= pair % 3; i++) {
      // Some in the platform's own account, some with a path.
      String account = pair % 10 == 9 ? ACCOUNT : "21098765432" + i;
      String path = pair % 2 == 0 ? "" : "namespaces/";
      String reason = account.equals(ACCOUNT) ? OURS_READS : "";
      readers.add("arn:aws:iam::" + account + ":role/" + path + name + "-reader-" + i + reason);
    }
    return "name: "
        + name
        + "\n"
        + list("pull_arns", readers)
        + common(name, pair, 2 * pair + 1)
        + (pair % 4 == 1 ? "allow_push: true\n" : pair % 4 == 2 ? "allow_push: false\n" : "")
        + (pair % 3 == 0 ? "bucket_versioning: true\n" : "");
  }

  private String common(String name, int pair, int index) {
    int people = size / 2;
    Set<String> some = new TreeSet<>();
    List<Integer> candidates = List.of(index, 3 * index + 1, 7 * index + 2);
    candidates.subList(0, 1 + index % 3).forEach(user -> some.add(user(user % people)));
    // A role's inline policies share 10,240 characters: enough for a hundred datasets with names
    // of at most 21 characters, or eighty without a warning.
    if (pair % Math.max(1, size / 80) == 0) {
      some.add(user(0));
    }
    users.addAll(some);
    String link = "https://example.org/dpia/" + name;
    String paperwork =
        pair % 5 == 0
            ? list("paperwork", List.of(link, link + "/sharing"))
            : "paperwork: " + link + "\n";
    return list("users", List.copyOf(some)) + paperwork;
  }

  private static String name(int pair) {
    String area = AREAS.get(pair % AREAS.size());
    String topic = TOPICS.get(pair / AREAS.size() % TOPICS.size());
    return "%s_%s_%04d".formatted(area, topic, pair);
  }

  private static String user(int number) {
    return "alpha_user_%s_%04d".formatted(PEOPLE.get(number % PEOPLE.size()), number);
  }

  private static String key(int pair) {
    return "arn:aws:kms:eu-west-2:210987654321:key/1234abcd-12ab-34cd-56ef-%012x".formatted(pair);
  }

  private static String list(String key, List<String> values) {
    return key
        + ":\n"
        + values.stream().map(value -> "  - " + value + "\n").collect(Collectors.joining());
  }
}
