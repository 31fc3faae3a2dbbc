package io.exportctl.source.catalogue;

import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.catalogue.SourceConfig.Expect;
import io.exportctl.source.catalogue.SourceConfig.Ignore;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.catalogue.SourceConfig.Notify;
import io.exportctl.source.catalogue.SourceConfig.Unpack;
import io.exportctl.source.catalogue.SourceConfig.Vanished;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a source's file, in YAML or JSON alike. */
public final class ConfigReader {

  /** Keys of exportctl that mean nothing to this program; "//" tells where a file comes from. */
  private static final Set<String> OF_EXPORTCTL = Set.of("//", "users", "paperwork", "review_by");

  private static final String NAME = "[a-z][a-z0-9_]{0,39}";
  private static final String CLIENT = "[A-Za-z0-9][A-Za-z0-9_.-]{0,127}";

  private ConfigReader() {}

  /**
   * The outcome of reading.
   *
   * @param config missing if there is a problem
   * @param problems a sentence each, with the file and the line
   */
  public record Reading(Optional<SourceConfig> config, List<String> problems) {}

  /**
   * Reads a file.
   *
   * @param file its name, for the messages
   */
  public static Reading read(String file, String text) {
    Problems problems = new Problems(file);
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      options.setNestingDepthLimit(20);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        problems.add("the file is empty");
        return new Reading(Optional.empty(), problems.texts());
      }
      SourceConfig config = config(new Section("", node, problems));
      return new Reading(
          problems.texts().isEmpty() ? Optional.of(config) : Optional.empty(), problems.texts());
    } catch (YAMLException e) {
      problems.add("the file is neither YAML nor JSON");
      return new Reading(Optional.empty(), problems.texts());
    }
  }

  private static SourceConfig config(Section section) {
    Optional<FetchConfig> fetch = section.section("fetch").map(FetchReader::read);
    Optional<Section> upload = section.section("upload");
    if (fetch.isPresent() == upload.isPresent()) {
      section.problem("fetch", "or upload is needed, and not both");
    }
    List<String> uploaders = upload.map(it -> it.texts("by")).orElse(List.of());
    upload.ifPresent(Section::end);
    Mode mode = section.oneOf("mode", Mode.REPLACE);
    if (section.has("vanished") && mode != Mode.SNAPSHOT) {
      section.problem("vanished", "belongs to mode: snapshot");
    }
    if (section.has("id") && mode != Mode.REPLACE) {
      section.problem("id", "belongs to mode: replace");
    }
    List<ColumnConfig> columns = ColumnReader.read(section.sections("columns"));
    OF_EXPORTCTL.forEach(section::texts);
    List<String> readers = section.texts("readers");
    if (!readers.stream().allMatch(it -> it.matches(CLIENT))) {
      section.problem("readers", "holds a text that is not the id of a client");
    }
    SourceConfig config =
        new SourceConfig(
            section.matching("name", NAME, "a name of a-z, 0-9 and _ of at most 40 characters"),
            new TableName(
                section.matching("schema", TableName.SCHEMA, "a name such as organisation.dataset"),
                section.has("table")
                    ? section.matching("table", TableName.TABLE, "a name such as L1")
                    : fetch.isPresent() ? "L1" : "L0"),
            fetch,
            uploaders,
            unpack(section.section("unpack")),
            ParseReader.read(section.section("parse")),
            mode,
            section.oneOf("vanished", Vanished.REMOVE),
            id(section, columns),
            columns,
            expect(section.section("expect")),
            section.number("stale_after_hours", 1, 100_000),
            readers,
            section.sections("aliases").stream().flatMap(it -> alias(it).stream()).toList(),
            section.section("notify").map(ConfigReader::tell));
    section.end();
    return config;
  }

  private static Optional<String> id(Section section, List<ColumnConfig> columns) {
    Optional<String> id = section.text("id");
    if (id.isPresent()
        && !columns.isEmpty()
        && columns.stream().noneMatch(it -> it.name().text().equals(id.get()))) {
      section.problem("id", "is not the name of a column");
    }
    return id;
  }

  private static Unpack unpack(Optional<Section> section) {
    Unpack unpack =
        new Unpack(
            section.map(it -> it.number("depth", 1, 5)).orElse(OptionalInt.empty()).orElse(1),
            section.flatMap(it -> it.pattern("member")));
    section.ifPresent(Section::end);
    return unpack;
  }

  private static Expect expect(Optional<Section> section) {
    Expect expect =
        new Expect(
            section.map(it -> it.number("min_rows", 0, 999_999_999)).orElse(OptionalInt.empty()),
            section.map(it -> it.number("max_shrink_percent", 0, 100)).orElse(OptionalInt.empty()));
    section.ifPresent(Section::end);
    return expect;
  }

  private static Optional<Alias> alias(Section section) {
    String path = section.matching("path", "[a-z][a-z0-9-]*", "a path of a-z, 0-9 and -");
    Optional<ColumnName> by = Optional.empty();
    try {
      by = section.text("by").map(ColumnName::new);
    } catch (IllegalArgumentException e) {
      section.problem("by", "is not the name of a column");
    }
    List<Ignore> ignore = new ArrayList<>();
    for (String word : section.texts("ignore")) {
      section.constant("ignore", word, Ignore.class).ifPresent(ignore::add);
    }
    Alias alias =
        new Alias(
            path,
            section.truth("camel_case", false),
            section.truth("include_id", true),
            by,
            ignore);
    section.end();
    return Optional.of(alias);
  }

  private static Notify tell(Section section) {
    Optional<String> airflow = section.text("airflow");
    Optional<String> webhook = section.text("webhook");
    if (airflow.isPresent() == webhook.isPresent()) {
      section.problem("airflow", "or webhook is needed, and not both");
    }
    if (airflow.isPresent() && !airflow.get().matches("[A-Za-z0-9_.-]{1,250}")) {
      section.problem("airflow", "is not the name of a DAG");
    }
    Optional<URI> address = Optional.empty();
    try {
      address = webhook.map(URI::create).filter(it -> "https".equals(it.getScheme()));
    } catch (IllegalArgumentException e) {
      // The problem is the same as with another scheme.
    }
    if (webhook.isPresent() && address.isEmpty()) {
      section.problem("webhook", "is not an https:// address");
    }
    section.end();
    return new Notify(airflow, address);
  }
}
