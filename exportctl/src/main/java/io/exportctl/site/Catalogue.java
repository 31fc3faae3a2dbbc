package io.exportctl.site;

import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.Platform;
import io.exportctl.register.Entry;
import io.exportctl.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All datasets of a register, with the people, accounts and hosts that they have in common. */
final class Catalogue {

  private final List<Entry> entries;
  private final List<Item> items;
  private final Subjects people;
  private final Subjects accounts;
  private final Subjects hosts;

  private Catalogue(
      List<Entry> entries,
      Platform platform,
      Optional<LocalDate> today,
      Optional<DeployedResources> deployed) {
    this.entries = entries;
    this.people = Subjects.of(each(entries, Entry::users), "people", name -> name);
    this.accounts = Subjects.of(each(entries, Entry::accounts), "accounts", platform::account);
    this.hosts = Subjects.of(each(entries, Catalogue::hosts), "", name -> name);
    this.items = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      items.add(item(entry, today, deployed));
    }
  }

  /**
   * Connects datasets.
   *
   * @param entries the datasets, sorted
   * @param today day on which reviews are judged; empty to leave that to the browser
   * @param deployed contents of states; empty if none was given
   */
  static Catalogue of(
      List<Entry> entries,
      Platform platform,
      Optional<LocalDate> today,
      Optional<DeployedResources> deployed) {
    return new Catalogue(entries, platform, today, deployed);
  }

  private Item item(Entry entry, Optional<LocalDate> today, Optional<DeployedResources> deployed) {
    String kind = entry.dataset().kind().id();
    return new Item(
        kind,
        entry.dataset().name(),
        state(entry),
        page(entry),
        entry.file().source(),
        people.of(entry.users()),
        accounts.of(flow(entry, way -> way.origins(entry.platform()))),
        accounts.of(flow(entry, way -> way.destinations(entry.platform()))),
        paperwork(entry).stream().map(Link::outside).toList(),
        hosts.of(hosts(entry)),
        entry.reviewBy().map(day -> Review.of(day, today)),
        deployed.map(resources -> resources.count(entry.dataset().id())));
  }

  private static Optional<String> state(Entry entry) {
    return Optional.of(entry.details().state())
        .filter(state -> state != DatasetState.ACTIVE)
        .map(DatasetState::id);
  }

  private static String page(Entry entry) {
    return PageName.of("datasets", entry.dataset().kind().id() + "-" + entry.dataset().name());
  }

  private static List<String> flow(Entry entry, Function<HasFlow, List<String>> accounts) {
    return entry.dataset() instanceof HasFlow way ? accounts.apply(way) : List.of();
  }

  /** Returns the links of a dataset's paperwork, in the order of the file. */
  static List<String> paperwork(Entry entry) {
    return entry.file().document().texts("paperwork").stream().map(YamlNode.Scalar::text).toList();
  }

  private static List<String> hosts(Entry entry) {
    return paperwork(entry).stream().flatMap(link -> Link.host(link).stream()).distinct().toList();
  }

  private static List<String> each(List<Entry> entries, Function<Entry, List<String>> of) {
    return entries.stream().map(of).flatMap(List::stream).toList();
  }

  List<Entry> entries() {
    return entries;
  }

  /** Returns the datasets in the order of the entries. */
  List<Item> items() {
    return items;
  }

  Subjects people() {
    return people;
  }

  Subjects accounts() {
    return accounts;
  }

  Subjects hosts() {
    return hosts;
  }
}
