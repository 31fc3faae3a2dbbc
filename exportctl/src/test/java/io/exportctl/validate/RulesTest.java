package io.exportctl.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.PolicyLimit;
import io.exportctl.rule.RuleContext;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.schema.Re2Groups;
import io.exportctl.schema.Schemas;
import io.exportctl.schema.SchemasOfTheRepository;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules name the ids under which they report. */
class RulesTest {

  private static final Path FIXTURES = Goldens.resources().resolve("validate");
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 15);

  private final Schemas schemas = SchemasOfTheRepository.load();
  private final Validator validator = new Validator(schemas, TODAY);

  /** Ids of the findings of each rule. */
  private final Map<Object, Set<RuleId>> reported = new HashMap<>();

  @Test
  void nameTheirIds() {
    assertThat(namedIds().values()).allSatisfy(ids -> assertThat(ids).isNotEmpty());
  }

  @Test
  void shareNoIdWithinAFileExceptForThoseOfPolicySizes() {
    for (DatasetKind kind : DatasetKind.values()) {
      assertThat(Rules.inFile(kind).stream().flatMap(rule -> rule.ids().stream()))
          .filteredOn(id -> !PolicyLimit.RULES.contains(id))
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(6);
    }
    assertThat(namedIds().values())
        .allSatisfy(
            ids ->
                assertThat(ids)
                    .doesNotHaveDuplicates()
                    .matches(
                        some ->
                            some.equals(PolicyLimit.RULES)
                                || some.stream().noneMatch(PolicyLimit.RULES::contains)));
  }

  @Test
  void reportTheIdsThatTheyNameAndNoOthers() throws IOException {
    YamlDocument platform = read(FIXTURES.resolve("platform.yaml"));
    for (DatasetKind kind : DatasetKind.values()) {
      for (Path file : yamlFiles(FIXTURES.resolve(kind.id()))) {
        run(platform, List.of(dataset(kind, file)));
      }
    }
    for (Path folder : workspaces()) {
      Path own = folder.resolve("datasets/platform.yaml");
      run(Files.exists(own) ? read(own) : platform, datasets(folder));
    }

    run(platform, datasetsOfOneUser(145));
    run(platform, datasetsOfOneUser(180));

    assertThat(reported.keySet()).isEqualTo(namedIds().keySet());
    namedIds()
        .forEach(
            (rule, ids) ->
                assertThat(reported.get(rule))
                    .as(rule.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(ids));
  }

  private void run(YamlDocument platform, List<DatasetFile> datasets) {
    List<Diagnostic> faults = new ArrayList<>(platform.problems());
    faults.addAll(schemas.checkPlatform(platform));
    RuleContext context =
        new RuleContext(
            platform,
            Diagnostics.of(faults).hasErrors()
                ? Optional.empty()
                : Optional.of(Platform.read(platform)),
            TODAY,
            Re2Groups::of);
    List<FileValues> files = new ArrayList<>();
    for (DatasetFile dataset : datasets) {
      FileValues values = validator.check(dataset, context).values();
      files.add(values);
      for (FileRule rule : Rules.inFile(dataset.kind())) {
        rule.check(values, context, found -> report(rule, found));
      }
    }
    CheckedWorkspace workspace = new CheckedWorkspace(context, files);
    for (WorkspaceRule rule : Rules.ACROSS_FILES) {
      rule.check(workspace, found -> report(rule, found));
    }
  }

  private void report(Object rule, Diagnostic found) {
    reported.computeIfAbsent(rule, first -> EnumSet.noneOf(RuleId.class)).add(found.rule());
  }

  /** Returns every rule with the ids that it names. */
  private static Map<Object, List<RuleId>> namedIds() {
    Set<FileRule> inFile = new LinkedHashSet<>();
    for (DatasetKind kind : DatasetKind.values()) {
      inFile.addAll(Rules.inFile(kind));
    }
    Map<Object, List<RuleId>> ids = new HashMap<>();
    inFile.forEach(rule -> ids.put(rule, rule.ids()));
    Rules.ACROSS_FILES.forEach(rule -> ids.put(rule, rule.ids()));
    return ids;
  }

  private static List<Path> workspaces() throws IOException {
    try (Stream<Path> paths = Files.list(FIXTURES.resolve("workspaces"))) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<DatasetFile> datasets(Path workspace) throws IOException {
    List<DatasetFile> datasets = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      for (Path file : yamlFiles(workspace.resolve("datasets").resolve(kind.id()))) {
        datasets.add(dataset(kind, file));
      }
    }
    return datasets;
  }

  /** Returns datasets that name the same user, whose policy is too large for a fixture. */
  private static List<DatasetFile> datasetsOfOneUser(int count) {
    List<DatasetFile> datasets = new ArrayList<>();
    for (int i = 100; i < 100 + count; i++) {
      String name = "dataset_" + i;
      byte[] yaml = ("name: " + name + "\nusers: [alpha_user_one]\n").getBytes(UTF_8);
      datasets.add(
          new DatasetFile(
              DatasetKind.of("push").orElseThrow(),
              Optional.of(name),
              name + ".yaml",
              YamlReader.read(name + ".yaml", yaml)));
    }
    return datasets;
  }

  private static List<Path> yamlFiles(Path folder) {
    return Folders.paths(folder).stream()
        .filter(path -> path.toString().endsWith(".yaml"))
        .toList();
  }

  private static DatasetFile dataset(DatasetKind kind, Path file) throws IOException {
    String name = file.getFileName().toString().replace(".yaml", "").replace('-', '_');
    String source = "datasets/" + kind.id() + "/" + name + ".yaml";
    YamlDocument document = YamlReader.read(source, Files.readAllBytes(file));
    return new DatasetFile(kind, Optional.of(name), source, document);
  }

  private static YamlDocument read(Path file) throws IOException {
    return YamlReader.read("datasets/platform.yaml", Files.readAllBytes(file));
  }
}
