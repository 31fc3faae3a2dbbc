package io.exportctl.kind.collection;

import static io.exportctl.dataset.Effect.DESTROYS;
import static io.exportctl.dataset.Effect.NARROWS;
import static io.exportctl.dataset.Effect.NONE;
import static io.exportctl.dataset.Effect.WIDENS;

import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Patterns;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import io.exportctl.kind.PlatformSection;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code collection} of platform.yaml, and says what it means. */
final class CollectionSection implements PlatformSection {

  @Override
  public Record read(Fields valid) {
    return CollectionPlatform.read(valid);
  }

  @Override
  public Optional<Meaning> meaning(Fields valid) {
    CollectionPlatform section = CollectionPlatform.read(valid);
    List<Trait> traits =
        List.of(
            Setting.of("tables of collections lie in the bucket", section.warehouseBucket(), NONE),
            Setting.of("tables of collections are in the database", section.database(), DESTROYS)
                .advising("the database with its tables would be replaced"),
            Patterns.of("jobs of collections run in", section.subnetIds(), WIDENS, NARROWS),
            Patterns.of(
                "security groups of the jobs of collections:",
                section.securityGroupIds(),
                WIDENS,
                WIDENS),
            Setting.optional("data keys of collections are opened by", section.keyServiceUrl()),
            Setting.optional(
                "the certificate that the key service trusts is in the secret",
                section.keyServiceSecretArn()),
            Patterns.of(
                "keys of KMS that open data keys of collections:",
                section.kmsKeyArns(),
                WIDENS,
                NARROWS),
            Setting.optional("states of collections are told to the table", section.statusTable()));
    return Optional.of(
        new Meaning(List.of(), List.of(), traits, List.of(section.warehouseBucket())));
  }
}
