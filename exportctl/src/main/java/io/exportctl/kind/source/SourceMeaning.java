package io.exportctl.kind.source;

import static io.exportctl.dataset.Effect.NARROWS;
import static io.exportctl.dataset.Effect.NONE;
import static io.exportctl.dataset.Effect.WIDENS;

import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Party;
import io.exportctl.dataset.Patterns;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The meaning of a source: where its data come from, who may upload, and who may read. */
final class SourceMeaning {

  private final SourceDataset dataset;
  private final String name;
  private final SettingWords words;
  private final List<Trait> traits = new ArrayList<>();

  private SourceMeaning(SourceDataset dataset) {
    this.dataset = dataset;
    name = dataset.name();
    words = new SettingWords(dataset.settings());
  }

  static Meaning of(SourceDataset dataset) {
    SourceMeaning meaning = new SourceMeaning(dataset);
    meaning.addFetch();
    meaning.addLoad();
    meaning.addColumns();
    meaning.addTable();
    meaning.traits.add(Meaning.paperwork(dataset.name(), dataset.paperwork()));
    return new Meaning(meaning.permissions(), List.of(), meaning.traits, List.of());
  }

  /** Returns a program elsewhere that signs its requests. */
  static Party client(String id) {
    return Party.user("client " + id);
  }

  private List<Permission> permissions() {
    List<Permission> permissions = new ArrayList<>();
    for (String reader : dataset.readers()) {
      permissions.add(new Permission(client(reader), "read the table of " + name, true));
    }
    for (String uploader : dataset.uploaders()) {
      permissions.add(new Permission(Party.user(uploader), "upload files to " + name, false));
    }
    for (String user : dataset.users()) {
      permissions.add(new Permission(Party.user(user), "read the raw files of " + name, false));
    }
    return permissions;
  }

  private void addFetch() {
    addPlace("the page that lists the files of " + name + " is", words.find("fetch", "page"));
    addPlace("the file of " + name + " is fetched from", words.find("fetch", "url"));
    addPlace("the links of the files of " + name + " match", words.find("fetch", "link"));
    addPlace("the files of " + name + " are downloaded from", words.find("fetch", "address"));
    addPlace(
        "requests for files of " + name + " have the headers in the secret",
        words.find("fetch", "headers_secret"));
    Set<String> told = Set.of("page", "url", "link", "address", "headers_secret");
    add("the fetch of " + name + " has the settings", words.except("fetch", told));
  }

  private void addLoad() {
    add("files of " + name + " are unpacked with the settings", words.of("unpack"));
    add("files of " + name + " are read with the settings", words.of("parse"));
    add("a load of " + name + " is refused unless", words.of("expect"));
    traits.add(Setting.of("the mode of loads of " + name + " is", dataset.mode(), WIDENS));
    traits.add(
        Setting.flag(
            "rows that vanish from a file of " + name + " are",
            words.of("vanished").equals("keep"),
            "kept",
            "removed",
            WIDENS,
            NARROWS));
    add("the numbers of rows of " + name + " come from the column", words.of("id"));
    addPlace("loads of " + name + " are told to", words.find("notify"));
    traits.add(
        Setting.of(
            "the age of data of " + name + " that raises an alarm is",
            dataset.staleAfterHours().map(hours -> hours + " hours").orElse(Setting.NOTHING),
            NONE));
  }

  /** Adds the columns; without any, readers get all that a file has. */
  private void addColumns() {
    List<Map<?, ?>> columns = words.maps("columns");
    List<String> origins =
        columns.isEmpty() ? List.of("*") : columns.stream().map(words::origin).toList();
    traits.add(Patterns.of("columns that readers of " + name + " get:", origins, WIDENS, NARROWS));
    for (Map<?, ?> column : columns) {
      String phrase = "the column " + column.get("name") + " of " + name + " has the settings";
      add(phrase, words.except(column, SettingWords.ORIGIN_OF_COLUMN));
    }
  }

  private void addTable() {
    traits.add(
        Setting.of(
            "the table of " + name + " is served as",
            dataset.schema() + "/" + dataset.table(),
            WIDENS));
    add("the table of " + name + " is also served as", words.of("aliases"));
  }

  private void add(String phrase, String value) {
    traits.add(Setting.of(phrase, value, NONE).orElse(Setting.NOTHING));
  }

  /** Adds a place that data come from, or that is told of it. */
  private void addPlace(String phrase, Optional<String> value) {
    traits.add(Setting.optional(phrase, value));
  }
}
