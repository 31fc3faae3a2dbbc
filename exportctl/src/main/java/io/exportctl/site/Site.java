package io.exportctl.site;

import io.exportctl.dataset.Platform;
import io.exportctl.register.Entry;
import io.exportctl.render.PlannedFile;
import io.exportctl.render.TemplateEngine;
import io.exportctl.rule.ReviewDate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The register as pages: a list, and a page for each dataset, person and account. */
public final class Site {

  private static final String TEMPLATES = "templates/site/";
  private static final String HEADER = "Rendered by exportctl from ";
  private static final String FOOTER = ". Do not edit.";

  private final Function<String, byte[]> resources;
  private final TemplateEngine templates;
  private final Catalogue catalogue;
  private final SiteSources sources;

  private Site(Function<String, byte[]> resources, Catalogue catalogue, SiteSources sources) {
    this.resources = resources;
    this.templates = new TemplateEngine(resources);
    this.catalogue = catalogue;
    this.sources = sources;
  }

  /**
   * Plans the pages of a register.
   *
   * @param resources returns the bytes of a path such as {@code templates/site/page.html.ftl}
   * @param entries all datasets, sorted
   */
  public static List<PlannedFile> files(
      Function<String, byte[]> resources,
      List<Entry> entries,
      Platform platform,
      SiteSources sources) {
    Catalogue catalogue = Catalogue.of(entries, platform, sources.today(), sources.deployed());
    return new Site(resources, catalogue, sources).files();
  }

  private List<PlannedFile> files() {
    Map<Subject, List<Item>> byPerson = grouped(Item::people);
    Map<Subject, List<Item>> incoming = grouped(Item::origins);
    Map<Subject, List<Item>> outgoing = grouped(Item::destinations);
    List<PlannedFile> files = new ArrayList<>();
    files.add(asset("site.css"));
    files.add(asset("site.js"));
    files.add(page("index.html", "index", filters()));
    files.add(page("reviews.html", "reviews", Map.of("items", byReview())));
    files.add(list("people", byPerson));
    files.add(list("accounts", grouped(Item::accounts)));
    sources
        .deployed()
        .ifPresent(deployed -> files.add(page("deployed.html", "deployed", left(deployed))));
    DatasetPage datasets = new DatasetPage(templates, sources.history());
    for (int i = 0; i < catalogue.items().size(); i++) {
      files.add(dataset(datasets, catalogue.entries().get(i), catalogue.items().get(i)));
    }
    for (Subject person : catalogue.people().all()) {
      Map<String, Object> model = Map.of("subject", person, "items", byPerson.get(person));
      files.add(page(person.page(), "person_page", model));
    }
    for (Subject account : catalogue.accounts().all()) {
      Map<String, Object> model = new HashMap<>();
      model.put("subject", account);
      model.put("incoming", incoming.getOrDefault(account, List.of()));
      model.put("outgoing", outgoing.getOrDefault(account, List.of()));
      files.add(page(account.page(), "account_page", model));
    }
    return files;
  }

  /** Returns the datasets by the people or the accounts that they are connected with. */
  private Map<Subject, List<Item>> grouped(Function<Item, List<Subject>> of) {
    Map<Subject, List<Item>> groups = new HashMap<>();
    for (Item item : catalogue.items()) {
      for (Subject subject : of.apply(item)) {
        groups.computeIfAbsent(subject, one -> new ArrayList<>()).add(item);
      }
    }
    return groups;
  }

  private Map<String, Object> filters() {
    return Map.of(
        "items", catalogue.items(),
        "kinds", catalogue.items().stream().map(Item::kind).distinct().sorted().toList(),
        "people", catalogue.people().all(),
        "accounts", catalogue.accounts().all(),
        "hosts", catalogue.hosts().all());
  }

  private PlannedFile dataset(DatasetPage datasets, Entry entry, Item item) {
    return new PlannedFile(
        item.page(),
        () -> {
          Map<String, Object> model = datasets.model(entry, item);
          sources
              .deployed()
              .ifPresent(found -> model.put("resources", found.types(entry.dataset().id())));
          return filled(item.page(), item.source(), "dataset_page", model);
        });
  }

  /** Plans a list of people or accounts with the number of datasets of each. */
  private PlannedFile list(String name, Map<Subject, List<Item>> datasets) {
    List<Map<String, Object>> rows =
        datasets.keySet().stream()
            .sorted(Comparator.comparing(Subject::number))
            .map(
                subject ->
                    Map.<String, Object>of(
                        "subject", subject, "count", datasets.get(subject).size()))
            .toList();
    return page(name + ".html", name, Map.of("rows", rows));
  }

  /** Datasets by the day of their review, those without one at the end. */
  private List<Item> byReview() {
    Comparator<Item> byDay =
        Comparator.comparing(item -> item.review().map(Review::day).orElse("~"));
    return catalogue.items().stream().sorted(byDay).toList();
  }

  /** Returns the datasets of a state that have no file any more. */
  private Map<String, Object> left(DeployedResources deployed) {
    List<String> known =
        catalogue.entries().stream().map(entry -> entry.dataset().id().toString()).toList();
    List<Map<String, Object>> left =
        deployed.datasets().stream()
            .filter(id -> !known.contains(id.toString()))
            .map(id -> Map.<String, Object>of("id", id.toString(), "count", deployed.count(id)))
            .toList();
    return Map.of("items", catalogue.items(), "left", left);
  }

  private PlannedFile page(String path, String template, Map<String, ?> model) {
    return new PlannedFile(path, () -> filled(path, "datasets", template, model));
  }

  private String filled(String path, String source, String template, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("root", path.contains("/") ? "../" : "");
    all.put("path", path);
    all.put("source", source);
    all.put("dueDays", ReviewDate.DAYS_AHEAD);
    all.put("hasStates", sources.deployed().isPresent());
    all.put("today", sources.today().map(Object::toString));
    return templates.html(TEMPLATES + template + ".html.ftl", all);
  }

  private PlannedFile asset(String name) {
    String path = TEMPLATES + name;
    return new PlannedFile(
        "assets/" + name,
        () -> {
          String text = new String(resources.apply(path), StandardCharsets.UTF_8);
          return "/* " + HEADER + path + FOOTER + " */\n" + text.replace("\r\n", "\n");
        });
  }
}
