package io.exportctl.review;

import static io.exportctl.dataset.Effect.DESTROYS;
import static io.exportctl.dataset.Effect.NONE;
import static io.exportctl.dataset.Effect.WIDENS;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import io.exportctl.kind.Kind;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The meaning of platform.yaml: what all datasets share. */
final class PlatformMeaning {

  private static final String NEW_PLACE =
      "nothing that is deployed moves there, and Terraform loses sight of it";

  private PlatformMeaning() {}

  /** Returns the meaning of the keys that all kinds share. */
  static Meaning of(Platform platform) {
    return new Meaning(List.of(), List.of(), shared(platform), List.of(platform.exportBucket()));
  }

  /**
   * Returns the meaning of the section of a kind; empty if the platform does not have it.
   *
   * @param document the file that the platform was read from
   */
  static Optional<Meaning> of(Kind kind, Platform platform, YamlDocument document) {
    Optional<Fields> section = Optional.ofNullable(platform.sections().get(kind.id()));
    return section.map(
        fields ->
            kind.platformSection()
                .flatMap(form -> form.meaning(fields))
                .orElseGet(() -> keys(kind, document)));
  }

  private static List<Trait> shared(Platform platform) {
    List<Trait> traits = new ArrayList<>();
    traits.add(
        Setting.of("all datasets are deployed to account", platform.accountId(), DESTROYS)
            .advising(NEW_PLACE));
    traits.add(
        Setting.of("all datasets are deployed to the Region", platform.region(), DESTROYS)
            .advising(NEW_PLACE));
    traits.add(Setting.of("the export bucket is", platform.exportBucket(), NONE));
    traits.add(Setting.of("names of pull buckets begin with", platform.pullBucketPrefix(), NONE));
    traits.add(Setting.of("names of the roles of users begin with", platform.userPrefix(), WIDENS));
    traits.add(
        Setting.ranked(
            "deleted and overwritten files can be recovered for",
            platform.recoveryDays() + " days",
            platform.recoveryDays(),
            WIDENS,
            DESTROYS));
    traits.add(alarms(platform));
    traits.add(
        Setting.of(
                "Terraform's state is",
                platform.layout() == Layout.SINGLE ? "one for all datasets" : "divided by datasets",
                DESTROYS)
            .advising("until it is moved as docs/scaling.md describes, a plan destroys resources"));
    platform
        .accounts()
        .forEach(
            (number, name) ->
                traits.add(
                    Setting.of("account " + number + " is", "listed as " + name, NONE)
                        .orElse("not listed")));
    platform
        .tags()
        .forEach(
            (name, value) ->
                traits.add(
                    Setting.of("the tag " + name + " is", "set to " + value, NONE)
                        .orElse("not set")));
    return traits;
  }

  /** An alarm names datasets, which another account did not see before. */
  private static Trait alarms(Platform platform) {
    Optional<String> topic = platform.alarmTopicArn();
    boolean isOurs =
        topic.flatMap(Arn::parse).map(Arn::account).stream().allMatch(platform.accountId()::equals);
    Effect changed = isOurs ? NONE : WIDENS;
    return Setting.of("alarms go to", topic.orElse("nobody"), changed);
  }

  /** Returns the keys of a section whose kind has no words of its own for it. */
  private static Meaning keys(Kind kind, YamlDocument document) {
    List<Trait> traits = new ArrayList<>();
    if (document.mapping().flatMap(keys -> keys.get(kind.id().id())).orElse(null)
        instanceof YamlNode.Mapping section) {
      for (YamlNode.Entry entry : section.entries()) {
        String phrase = "\"" + entry.key().text() + "\" of all " + kind.id() + " datasets is";
        traits.add(Setting.of(phrase, Values.text(entry.value()), WIDENS).orElse("not set"));
      }
    }
    return new Meaning(List.of(), List.of(), traits, List.of());
  }
}
