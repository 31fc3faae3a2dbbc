package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.Environment;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.SinceOption;
import io.exportctl.cli.option.WordConverter;
import io.exportctl.dataset.Effect;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.review.JsonReview;
import io.exportctl.review.MarkdownReview;
import io.exportctl.review.Review;
import io.exportctl.review.Reviewer;
import io.exportctl.review.TextReview;
import io.exportctl.review.plan.PlanReview;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the changes since a commit mean for people and data. */
@Command(
    name = "review",
    description = "Say what changes since a commit mean for people and data.",
    exitCodeList = {
      "0:All is well.",
      "1:A change has the effect of --fail-on or a graver one, a dataset goes that was not retired, or a"
          + " file has errors.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Effects, from the mildest: none, narrows, widens, new-receiver, destroys.",
      "",
      "Examples:",
      "  exportctl review --since origin/main",
      "  exportctl review --since origin/main --fail-on widens",
      "  exportctl review --since origin/main --format markdown --plan plan.json"
    })
final class ReviewCommand implements Callable<Integer> {

  /** Form of the output. */
  enum Form {
    TEXT,
    MARKDOWN,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Converts the name of a form. */
  private static final class FormConverter extends WordConverter<Form> {

    FormConverter() {
      super("a format of this command", List.of(Form.values()));
    }
  }

  /** Converts the name of an effect. */
  private static final class EffectConverter extends WordConverter<Effect> {

    EffectConverter() {
      super("an effect", List.of(Effect.values()));
    }
  }

  private final Session session;

  @Mixin private final SinceOption since = new SinceOption();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Also say what a plan does: the output of terraform show -json.")
  private Optional<Path> plan = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "EFFECT",
      converter = EffectConverter.class,
      completionCandidates = EffectConverter.class,
      description =
          "Exit with 1 if a change has this effect or a graver one: ${COMPLETION-CANDIDATES}.")
  private Optional<Effect> failOn = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormConverter.class,
      completionCandidates = FormConverter.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Form form = Form.TEXT;

  ReviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Environment environment = session.environment();
    Reviewer reviewer =
        new Reviewer(workspace, inventory -> session.register(workspace, inventory));
    Review review = reviewer.review(since.ref(), environment.directory(), environment.variables());
    if (plan.isPresent()) {
      review =
          review.with(PlanReview.of(session.folder().resolve(plan.get()), plan.get().toString()));
    }
    switch (form) {
      case TEXT -> TextReview.print(review, session.out());
      case MARKDOWN -> MarkdownReview.print(review, session.out());
      case JSON -> JsonReview.print(review, session.out());
    }
    review.removals().forEach(this::complain);
    int status = session.complain(review.unreadable());
    return isRefused(review) || !review.removals().isEmpty() ? ExitStatus.FINDINGS : status;
  }

  private void complain(Diagnostic removal) {
    session
        .environment()
        .err()
        .println(
            "exportctl: "
                + printable(removal.location().file() + ": " + removal.message())
                + removal.help().map(help -> "; " + printable(help)).orElse(""));
  }

  private boolean isRefused(Review review) {
    return failOn.isPresent()
        && !review.changes().isEmpty()
        && review.effect().isAtLeast(failOn.get());
  }
}
