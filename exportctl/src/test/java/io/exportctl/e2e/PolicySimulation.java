package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Goldens;
import io.exportctl.support.NodePrograms;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.DynamicTest;

/**
 * Checks the requests in {@code src/test/resources/e2e/policies} against the deployed policies with
 * <a href="https://github.com/cloud-copilot/iam-simulate">iam-simulate</a>.
 */
final class PolicySimulation {

  private final DeployedPolicies policies;
  private final List<Expectation> expectations;
  private final JSONArray simulations = new JSONArray();

  private PolicySimulation(DeployedPolicies policies, List<Expectation> expectations) {
    this.policies = policies;
    this.expectations = expectations;
  }

  /**
   * Returns one test for each sentence, and one for each document: if a part of it is missing or
   * wider, an expectation must fail.
   *
   * @param state the state that {@code terraform show -json} printed
   * @param folder the folder of the expectations in {@code src/test/resources}
   */
  static Stream<DynamicTest> tests(JSONObject state, String folder) {
    return tests(state, folder, Map.of());
  }

  /**
   * Returns the tests for expectations that name what AWS chooses.
   *
   * @param ids what the deployment has in place of the words of the files
   */
  static Stream<DynamicTest> tests(JSONObject state, String folder, Map<String, String> ids) {
    Tools.require("node", "npm", "sh");
    Path files = Goldens.resources().resolve(folder);
    return new PolicySimulation(DeployedPolicies.of(state), ExpectationFiles.read(files, ids))
        .run();
  }

  /** A changed document with the index of its first result. */
  private record Trial(String change, int first, List<Expectation> expectations) {}

  private Stream<DynamicTest> run() {
    expectations.forEach(each -> simulations.put(policies.simulation(each)));
    SortedMap<String, List<Trial>> trials = new TreeMap<>();
    policies.names().forEach(name -> trials.put(name, trials(name)));
    List<JSONObject> results = simulate();

    Map<String, List<Integer>> sentences =
        IntStream.range(0, expectations.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> expectations.get(i).title(), LinkedHashMap::new, Collectors.toList()));
    Stream<DynamicTest> said =
        sentences.entrySet().stream()
            .map(entry -> test(entry.getKey(), () -> failures(entry.getValue(), results)));
    Stream<DynamicTest> proven =
        trials.entrySet().stream()
            .map(
                entry ->
                    test(
                        "every part is proven of the policy of " + entry.getKey(),
                        () -> undetected(entry.getValue(), results)));
    DynamicTest wrong =
        test("an expectation that is wrong fails", () -> neitherOrBothFail(results));
    return Stream.of(said, proven, Stream.of(wrong)).flatMap(tests -> tests);
  }

  private static DynamicTest test(String name, Supplier<List<String>> faults) {
    return DynamicTest.dynamicTest(name, () -> assertThat(faults.get()).as(name).isEmpty());
  }

  /** Adds simulations for each mutant of a document, with the expectations that could detect it. */
  private List<Trial> trials(String name) {
    List<Trial> trials = new ArrayList<>();
    for (PolicyMutants.Mutant mutant : PolicyMutants.of(policies.document(name))) {
      List<Expectation> decided =
          expectations.stream()
              .filter(each -> each.allowed() != mutant.wider() && mutant.concerns(each.action()))
              .filter(each -> policies.decides(name, each))
              .toList();
      trials.add(new Trial(mutant.change(), simulations.length(), decided));
      DeployedPolicies changed = policies.with(name, mutant.document());
      decided.forEach(each -> simulations.put(changed.simulation(each)));
    }
    return trials;
  }

  private List<String> failures(List<Integer> places, List<JSONObject> results) {
    return places.stream()
        .flatMap(i -> failure(expectations.get(i), results.get(i)).stream())
        .toList();
  }

  /** Returns the changes that no expectation detects. */
  private static List<String> undetected(List<Trial> trials, List<JSONObject> results) {
    return trials.stream()
        .filter(
            trial ->
                IntStream.range(0, trial.expectations().size())
                    .allMatch(
                        i ->
                            failure(trial.expectations().get(i), results.get(trial.first() + i))
                                .isEmpty()))
        .map(Trial::change)
        .toList();
  }

  /** Returns the requests for which an expectation and its opposite both pass or both fail. */
  private List<String> neitherOrBothFail(List<JSONObject> results) {
    return IntStream.range(0, expectations.size())
        .filter(
            i ->
                failure(expectations.get(i), results.get(i)).isEmpty()
                    == failure(expectations.get(i).opposite(), results.get(i)).isEmpty())
        .mapToObj(i -> expectations.get(i).request())
        .toList();
  }

  private static Optional<String> failure(Expectation expectation, JSONObject result) {
    if (result.has("error")) {
      throw new AssertionError(expectation.request() + ": " + result.getString("error"));
    }
    Set<Object> ignored = new TreeSet<>(result.getJSONArray("ignoredContextKeys").toList());
    ignored.retainAll(expectation.context().keySet());
    if (!ignored.isEmpty()) {
      throw new AssertionError(expectation.request() + ": AWS has no " + ignored + " for it");
    }
    return result.getBoolean("allowed") == expectation.allowed()
        ? Optional.empty()
        : Optional.of(expectation.request() + ": " + result.getString("why"));
  }

  private List<JSONObject> simulate() {
    try {
      Path folder = NodePrograms.install();
      Files.writeString(folder.resolve("simulations.json"), simulations.toString());
      String out =
          Command.in(folder).run("sh", "-c", "exec node simulate.mjs <simulations.json").orFail();
      JSONArray results = new JSONArray(out);
      assertThat(results.length()).isEqualTo(simulations.length());
      return IntStream.range(0, results.length()).mapToObj(results::getJSONObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
