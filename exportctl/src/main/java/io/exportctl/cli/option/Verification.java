package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.dataset.HandedOver;
import io.exportctl.operate.PartnerCheck;
import io.exportctl.register.Entry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** Options to ask AWS about the other side of a dataset. */
public final class Verification {

  private final Session session;

  @Option(
      names = "--verify",
      description = "Ask AWS whether the bucket is there, where, and whose it is.")
  private boolean verify;

  @Option(
      names = "--test-file",
      description = "With --verify: also write a file there, read it back and remove it.")
  private boolean testFile;

  public Verification(Session session) {
    this.session = session;
  }

  /** Returns true if AWS is to be asked. */
  public boolean isWanted() {
    if (testFile && !verify) {
      throw new UsageException("--test-file goes with --verify only");
    }
    return verify;
  }

  /** Asks AWS and prints the answers. */
  public int run(Entry entry) {
    if (!(entry.dataset() instanceof HandedOver dataset)) {
      throw new UsageException(entry.dataset().id() + " has no other side to ask about");
    }
    Optional<String> key = testFile ? Optional.of(key(dataset)) : Optional.empty();
    key.ifPresent(
        it ->
            session
                .out()
                .println(
                    printable(
                        "writes and removes s3://%s/%s; where a bucket keeps versions, one stays"
                            .formatted(dataset.handoverBucket(entry.platform()), it))));
    List<PartnerCheck.Finding> findings =
        PartnerCheck.run(Account.of(session, entry), dataset, entry.platform(), key);
    for (PartnerCheck.Finding finding : findings) {
      session
          .out()
          .printf(
              "%-7s  %-9s  %s%n", finding.state(), finding.subject(), printable(finding.detail()));
    }
    boolean isWrong =
        findings.stream().anyMatch(finding -> finding.state() == PartnerCheck.State.WRONG);
    return isWrong ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private static String key(HandedOver dataset) {
    String folder =
        dataset
            .testFolder()
            .orElseThrow(
                () -> new UsageException(dataset.id() + " takes no test file: leave it out"));
    return folder + "exportctl-handshake-" + UUID.randomUUID() + ".txt";
  }
}
