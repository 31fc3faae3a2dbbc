package io.exportctl.kind.pull;

import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Party;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import java.util.ArrayList;
import java.util.List;

/** The meaning of a pull dataset: who may read and write its bucket. */
final class PullMeaning {

  private PullMeaning() {}

  static Meaning of(PullDataset dataset, Platform platform) {
    String name = dataset.name();
    List<Permission> permissions = new ArrayList<>();
    for (String arn : dataset.pullArns()) {
      permissions.add(new Permission(Party.role(arn), "read " + name, true));
      if (dataset.allowPush()) {
        permissions.add(
            new Permission(Party.role(arn), "write and delete files of " + name, false));
      }
    }
    for (String user : dataset.users()) {
      permissions.add(
          new Permission(Party.user(user), "read, write and delete files of " + name, false));
    }
    return new Meaning(
        permissions,
        List.of(),
        List.of(versions(dataset), Meaning.paperwork(name, dataset.paperwork())),
        List.of(platform.pullBucket(name)));
  }

  /** Earlier versions: whoever may read a file may read them as well. */
  private static Trait versions(PullDataset dataset) {
    return Setting.flag(
        "earlier versions of files of " + dataset.name() + " are",
        dataset.bucketVersioning(),
        "kept",
        "lost",
        Effect.WIDENS,
        Effect.DESTROYS);
  }
}
