package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.completion.Candidates;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Answers the scripts of {@code exportctl completion} when Tab is pressed. The first line says if
 * files may be offered too; each of the others is a candidate with its description.
 */
@Command(name = "__complete", hidden = true, description = "Answer a shell that completes.")
final class CandidatesCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "After --, as typed so far.")
  private List<String> words = List.of();

  CandidatesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Candidates candidates = Candidates.of(spec.parent(), session.folder(), words);
    StringBuilder answer = new StringBuilder(candidates.files() ? ":files\n" : ":words\n");
    for (Candidates.Candidate candidate : candidates.all()) {
      answer.append(candidate.text()).append('\t').append(candidate.description()).append('\n');
    }
    session.out().print(answer);
    return ExitStatus.FINE;
  }
}
