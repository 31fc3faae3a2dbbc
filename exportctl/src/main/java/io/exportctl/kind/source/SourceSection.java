package io.exportctl.kind.source;

import static io.exportctl.dataset.Effect.NARROWS;
import static io.exportctl.dataset.Effect.NONE;
import static io.exportctl.dataset.Effect.WIDENS;

import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Patterns;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import io.exportctl.kind.ImageName;
import io.exportctl.kind.PlatformSection;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code source} of platform.yaml, and says what it means. */
final class SourceSection implements PlatformSection {

  @Override
  public Record read(Fields valid) {
    return SourcePlatform.read(valid);
  }

  @Override
  public Optional<Meaning> meaning(Fields valid) {
    SourcePlatform section = SourcePlatform.read(valid);
    List<Permission> permissions =
        section.readersOfAll().stream()
            .map(
                reader ->
                    new Permission(
                        SourceMeaning.client(reader), "read all tables of the data store", true))
            .toList();
    SourcePlatform.Database database = section.database();
    List<Trait> traits =
        List.of(
            Setting.of("the data store is reached at", section.url(), WIDENS),
            Setting.of("raw files of sources lie in the bucket", section.bucket(), NONE),
            Setting.of(
                "the data store is taken from the repository",
                ImageName.repository(section.image()),
                WIDENS),
            Setting.of("the image of the data store is", section.image(), NONE),
            Setting.of("the certificate of the data store is", section.certificateArn(), NONE),
            Setting.of("the data store runs in the network", section.vpcId(), WIDENS),
            Patterns.of(
                "public subnets of the data store:", section.publicSubnetIds(), WIDENS, NARROWS),
            Patterns.of(
                "private subnets of its tasks:", section.privateSubnetIds(), NARROWS, WIDENS),
            Patterns.of("subnets of its database:", section.databaseSubnetIds(), WIDENS, NARROWS),
            Patterns.of(
                "networks that reach the data store:", section.allowedCidrs(), WIDENS, NARROWS),
            Setting.of("people sign in to the data store with", section.issuer(), WIDENS),
            Setting.of("the data store is known there as the client", section.clientId(), WIDENS),
            Setting.of("its database is of the class", database.instanceClass(), NONE),
            Setting.of("its database has", database.storageGb() + " GB", NONE),
            Setting.flag(
                "its database has a standby in another zone:",
                database.isMultiAz(),
                "yes",
                "no",
                NONE,
                NONE));
    return Optional.of(new Meaning(permissions, List.of(), traits, List.of(section.bucket())));
  }
}
