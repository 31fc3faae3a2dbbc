package io.exportctl.kind.source;

import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Platform;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The facts of a dataset, as {@code show} prints them and as JSON. */
record SourceFacts(SourceDataset dataset, Platform platform) {

  List<Fact> list() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("read at", url()));
    facts.add(Fact.list("readers", dataset.readers()));
    dataset
        .fetch()
        .ifPresent(
            fetch -> {
              facts.add(Fact.of(fetch.isPage() ? "page" : "file", fetch.address()));
              facts.add(Fact.of("fetched", fetch.times()));
            });
    add(facts, "uploaders", dataset.uploaders());
    facts.add(Fact.of("mode", dataset.mode()));
    dataset.staleAfterHours().ifPresent(hours -> facts.add(Fact.of("stale after", hours + " h")));
    add(facts, "users", dataset.users());
    facts.add(Fact.list("paperwork", dataset.paperwork()));
    facts.add(Fact.of("raw files", files()));
    facts.add(Fact.of("config object", config()));
    return List.copyOf(facts);
  }

  private static void add(List<Fact> facts, String label, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(Fact.list(label, values));
    }
  }

  private String url() {
    return SourcePlatform.of(platform).url() + dataset.path();
  }

  private String files() {
    return bucket() + "datasets/" + dataset.grant(platform) + "/";
  }

  private String config() {
    return bucket() + SourceNames.config(dataset.name());
  }

  private String bucket() {
    return "s3://" + dataset.handoverBucket(platform) + "/";
  }

  void write(JsonWriter json) {
    json.field("schema", dataset.schema())
        .field("table", dataset.table())
        .field("url", url())
        .texts("readers", dataset.readers());
    dataset
        .fetch()
        .ifPresent(
            fetch -> {
              json.field(fetch.isPage() ? "fetchPage" : "fetchUrl", fetch.address());
              fetch.schedule().ifPresent(cron -> json.field("schedule", cron));
            });
    json.texts("uploaders", dataset.uploaders()).field("mode", dataset.mode());
    dataset.staleAfterHours().ifPresent(hours -> json.field("staleAfterHours", hours));
    json.texts("users", dataset.users())
        .texts("paperwork", dataset.paperwork())
        .field("bucket", dataset.handoverBucket(platform))
        .field("rawFiles", files())
        .field("config", config());
  }
}
