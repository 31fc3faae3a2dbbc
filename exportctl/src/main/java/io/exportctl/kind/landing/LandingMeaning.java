package io.exportctl.kind.landing;

import static io.exportctl.dataset.Effect.DESTROYS;
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

/** The meaning of a landing dataset: what is taken in, from where, and who may query it. */
final class LandingMeaning {

  private LandingMeaning() {}

  static Meaning of(LandingDataset dataset) {
    String name = dataset.name();
    List<Permission> permissions = new ArrayList<>();
    for (String arn : dataset.putArns()) {
      permissions.add(new Permission(Party.role(arn), "put extractions of " + name, false));
    }
    for (String user : dataset.users()) {
      permissions.add(new Permission(Party.user(user), "query the tables of " + name, false));
    }
    List<Trait> traits = new ArrayList<>(job(dataset.job(), name));
    traits.addAll(selection(dataset.selection(), name));
    traits.add(
        Setting.flag(
            "a table of " + name + " that changed its shape is",
            dataset.isFrozen(),
            "refused",
            "taken in",
            NARROWS,
            WIDENS));
    traits.add(
        Setting.ranked(
            "former extractions of " + name + " are kept for",
            dataset.historyDays() + " days",
            dataset.historyDays(),
            WIDENS,
            DESTROYS));
    traits.add(
        Setting.of(
            "the alarm about old data of " + name + " comes after",
            dataset.maxAgeHours() + " hours",
            NONE));
    traits.add(Meaning.paperwork(name, dataset.paperwork()));
    return new Meaning(permissions, List.of(), traits, List.of());
  }

  private static List<Trait> job(ExtractionJob job, String name) {
    String start = "the job of " + name;
    return List.of(
        Setting.of(start + " is called", job.name(), NONE),
        Setting.of(start + " runs in the namespace", job.namespace(), WIDENS),
        Setting.of(start + " runs as the service account", job.serviceAccount(), WIDENS),
        Setting.of(start + " finds its database in the secret", job.databaseSecret(), WIDENS),
        Setting.of(start + " runs at", job.schedule() + " UTC", NONE),
        Setting.flag(start + " is", job.isSuspended(), "suspended", "active", NARROWS, WIDENS));
  }

  private static List<Trait> selection(DataSelection selection, String name) {
    List<String> guarded = new ArrayList<>(selection.excludeColumns());
    guarded.addAll(selection.hashColumns());
    return List.of(
        Patterns.of("schemas that " + name + " takes in:", selection.schemas(), WIDENS, NARROWS),
        Patterns.of(
            "tables that " + name + " takes in:", selection.includeTables(), WIDENS, NARROWS),
        Patterns.of(
            "tables that " + name + " leaves out:", selection.excludeTables(), NARROWS, WIDENS),
        Patterns.of(
            "columns that " + name + " leaves out:", selection.excludeColumns(), NARROWS, WIDENS),
        Patterns.of("columns that " + name + " hashes or leaves out:", guarded, NARROWS, WIDENS));
  }
}
