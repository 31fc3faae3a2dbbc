package io.exportctl.kind.push;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Destination;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Party;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Setting;
import io.exportctl.dataset.Trait;
import java.util.List;
import java.util.Optional;

/** The meaning of a push dataset: who writes, and where the files go. */
final class PushMeaning {

  private PushMeaning() {}

  static Meaning of(PushDataset dataset) {
    String name = dataset.name();
    List<Permission> permissions =
        dataset.users().stream()
            .map(user -> new Permission(Party.user(user), "write files to " + name, false))
            .toList();
    return new Meaning(
        permissions,
        List.of(new Destination("files of " + name, dataset.bucket(), dataset.account())),
        List.of(
            disposal(dataset),
            role(dataset),
            key(dataset),
            Meaning.paperwork(name, dataset.paperwork())),
        List.of());
  }

  /** Files that were kept are delivered once more, and then deleted. */
  private static Trait disposal(PushDataset dataset) {
    return Setting.flag(
        "once delivered, each file of " + dataset.name() + " is",
        dataset.keepFiles(),
        "kept in the export bucket",
        "deleted from the export bucket",
        Effect.NONE,
        Effect.DESTROYS);
  }

  private static Trait role(PushDataset dataset) {
    return Setting.of(
            "the role that delivers files of " + dataset.name() + " is",
            PushDataset.functionName(dataset.name(), dataset.keepFiles()),
            Effect.NONE)
        .advising("the receiver has to allow it, so send the handshake again");
  }

  /** A key of the receiver's own account restricts who can read; that of any other does not. */
  private static Trait key(PushDataset dataset) {
    Optional<String> key = dataset.kmsKeyArn();
    boolean isReceivers =
        key.flatMap(Arn::parse).map(Arn::account).filter(dataset.receivers()::contains).isPresent();
    return Setting.ranked(
        "files of " + dataset.name() + " are encrypted with",
        key.orElse("the key that their bucket has by default"),
        isReceivers ? 1 : 0,
        Effect.NONE,
        Effect.WIDENS);
  }
}
