package io.exportctl.kind.collection;

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
import java.util.stream.Stream;

/** The meaning of a collection: the records that become a table, and who may query what of it. */
record CollectionMeaning(CollectionDataset dataset) {

  Meaning meaning() {
    String name = dataset.name();
    List<Permission> permissions = new ArrayList<>();
    for (String user : dataset.users()) {
      permissions.add(new Permission(Party.user(user), "query all of " + name, false));
    }
    for (String user : dataset.redactedUsers()) {
      permissions.add(
          new Permission(Party.user(user), "query the redacted table of " + name, false));
    }
    List<Trait> traits = new ArrayList<>(source());
    traits.addAll(table());
    traits.addAll(columns());
    traits.addAll(limits());
    traits.add(Meaning.paperwork(name, dataset.paperwork()));
    return new Meaning(permissions, List.of(), traits, List.of());
  }

  private List<Trait> source() {
    String name = dataset.name();
    Source source = dataset.source();
    Schedule schedule = dataset.schedule();
    return List.of(
        Setting.of("the records of " + name + " are those of", dataset.collection(), WIDENS),
        Setting.of("the records of " + name + " are read from", source.url(), WIDENS),
        Setting.of(
                "the source of " + name + " is encrypted with",
                source.kmsKeyArn().orElse("no key of its own"),
                WIDENS)
            .orElse("no key of its own"),
        count(
            "days by which the folder of a date of " + name + " is earlier:", source.daysBefore()),
        Setting.flag(
            "the counts of lines in file names of " + name + " are",
            source.hasOffsets(),
            "checked",
            "not looked at",
            NONE,
            NONE),
        Setting.of("the job of " + name + " runs at", schedule.toString(), NONE),
        count(
            "earlier dates in which late files of " + name + " are looked for:",
            schedule.catchUpDays()));
  }

  private List<Trait> table() {
    String name = dataset.name();
    TableSettings table = dataset.table();
    return List.of(
        Setting.flag(
            "the table of " + name + " holds",
            table.isLatest(),
            "the newest record of each id",
            "every record",
            NARROWS,
            WIDENS),
        Setting.of("the record of an id that " + name + " keeps is", preferred(), NONE),
        count("parts of the table of " + name + ":", table.buckets()),
        Setting.of(
            "the further steps for records of " + name + " are",
            table.steps().isEmpty() ? "none" : String.join(", ", table.steps()),
            WIDENS),
        Setting.flag(
            "each date of " + name + " is also published as",
            table.hasJsonLines(),
            "JSON lines",
            "nothing else",
            WIDENS,
            NARROWS));
  }

  private String preferred() {
    return dataset.table().prefer().equals("deletes")
        ? "a deletion, then the newest"
        : "the newest";
  }

  /** Returns the columns that each group of users sees; all of them are part of the whole table. */
  private List<Trait> columns() {
    String name = dataset.name();
    List<Column> columns = dataset.table().columns();
    return List.of(
        Patterns.of(
            "typed columns that all users of " + name + " see:",
            places(columns.stream().filter(column -> !column.isSensitive())),
            WIDENS,
            NARROWS),
        Patterns.of(
            "sensitive typed columns of " + name + ":",
            places(columns.stream().filter(Column::isSensitive)),
            NONE,
            NONE),
        Setting.of(
            "the types of the columns of " + name + " are",
            columns.isEmpty()
                ? "none"
                : String.join(
                    ", ",
                    columns.stream().map(column -> column.name() + " " + column.type()).toList()),
            NONE));
  }

  private static List<String> places(Stream<Column> columns) {
    return columns.map(column -> column.name() + " from " + column.path()).toList();
  }

  private List<Trait> limits() {
    String name = dataset.name();
    Limits limits = dataset.limits();
    return List.of(
        count(
            "bad records in a million that a date of " + name + " may have:",
            limits.badRecordsPerMillion()),
        count(
            "files that cannot be read and that a date of " + name + " may lack:",
            limits.unreadableFiles()),
        count("vCPUs of the job of " + name + " at most:", limits.maximumVcpu()));
  }

  private static Trait count(String phrase, int number) {
    return Setting.of(phrase, Integer.toString(number), NONE);
  }
}
