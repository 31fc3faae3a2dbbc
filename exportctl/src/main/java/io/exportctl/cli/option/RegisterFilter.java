package io.exportctl.cli.option;

import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.DatasetState;
import io.exportctl.register.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that choose datasets of the register; a dataset has to match all that are given. */
public final class RegisterFilter {

  /** Converts the name of a state. */
  private static final class StateConverter extends WordConverter<DatasetState> {

    StateConverter() {
      super("a state", List.of(DatasetState.values()));
    }
  }

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      completionCandidates = KindConverter.class,
      description = "Only those of this kind: ${COMPLETION-CANDIDATES}.")
  private Optional<DatasetKind> kind = Optional.empty();

  @Option(
      names = "--user",
      paramLabel = "USER",
      completionCandidates = UserCandidates.class,
      description = "Only those that this user may use.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "Only those whose data come from or go to this account: its name or number.")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = StateConverter.class,
      completionCandidates = StateConverter.class,
      description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
  private Optional<DatasetState> state = Optional.empty();

  @Option(
      names = "--review-before",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Only those whose review is due before this day.")
  private Optional<LocalDate> reviewBefore = Optional.empty();

  /** Returns true if a dataset matches all options. */
  public boolean accepts(Entry entry) {
    return kind.stream().allMatch(entry.dataset().kind()::equals)
        && user.stream().allMatch(entry.users()::contains)
        && account.map(entry.platform()::accountNumber).stream()
            .allMatch(entry.accounts()::contains)
        && state.stream().allMatch(entry.details().state()::equals)
        && reviewBefore.stream().allMatch(day -> isDueBefore(entry, day));
  }

  /** Compares texts: a date of four digits for the year sorts as it is written. */
  private static boolean isDueBefore(Entry entry, LocalDate day) {
    return entry.reviewBy().stream().anyMatch(date -> date.compareTo(day.toString()) < 0);
  }
}
