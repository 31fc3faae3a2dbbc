package io.exportctl.source.web.upload;

import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Choice;
import io.exportctl.source.upload.Comparison;
import io.exportctl.source.upload.Confirmation;
import io.exportctl.source.upload.Confirmation.Problem;
import io.exportctl.source.upload.Upload;
import io.exportctl.source.upload.UploadState;
import io.exportctl.source.web.page.Pages.Page;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page on which a person checks what was found in a file, and confirms it. */
final class CheckPages {

  private final Parts parts;

  CheckPages(Parts parts) {
    this.parts = parts;
  }

  void answer(Visit visit, UUID id) {
    Optional<Upload> upload = parts.uploads().find(visit.config().name(), id);
    if (upload.isEmpty()) {
      visit.notFound();
    } else if (upload.get().state() != UploadState.UPLOADED) {
      moveOn(visit, upload.get());
    } else if (visit.isPost()) {
      decide(visit, upload.get());
    } else {
      show(visit, upload.get(), Map.of(), List.of(), 200);
    }
  }

  /** Leads from a page of the past, such as one of the back button, to that of the present. */
  private static void moveOn(Visit visit, Upload upload) {
    visit.redirect(upload.state() == UploadState.DISCARDED ? "" : "uploaded/" + upload.id() + "/");
  }

  private void decide(Visit visit, Upload upload) {
    if ("no".equals(visit.context().formParam("answer"))) {
      parts.intake().discard(upload, visit.person());
      visit.redirect("");
      return;
    }
    if (!Integer.toString(upload.revision()).equals(visit.context().formParam("revision"))) {
      visit.redirect("check/" + upload.id() + "/");
      return;
    }
    Map<Integer, String> chosen = new HashMap<>();
    for (int i = 0; i < upload.findings().orElseThrow().columns().size(); i++) {
      chosen.put(i, Optional.ofNullable(visit.context().formParam("type_" + i)).orElse(""));
    }
    Confirmation confirmation = confirmation(visit, upload);
    List<Problem> problems = new ArrayList<>(confirmation.problems(chosen));
    problems.addAll(confirmation.clashes(confirmation.columns(chosen)));
    if (problems.isEmpty() && confirmation.problems().isEmpty()) {
      // Not confirmed if another tab was faster: then its page is shown.
      confirmation.confirm(parts.uploads(), chosen, visit.person(), parts.queue());
      visit.redirect("uploaded/" + upload.id() + "/");
    } else {
      show(visit, upload, chosen, problems, 422);
    }
  }

  private Confirmation confirmation(Visit visit, Upload upload) {
    return new Confirmation(
        visit.config(), upload, Comparison.of(parts.database(), visit.config(), upload));
  }

  private void show(
      Visit visit, Upload upload, Map<Integer, String> chosen, List<Problem> problems, int status) {
    Comparison comparison = Comparison.of(parts.database(), visit.config(), upload);
    Map<String, Object> model =
        new CheckModel(visit.config(), upload, comparison).of(chosen, problems);
    String title = (status == 200 ? "" : "Error: ") + "Check " + upload.fileName();
    visit.send(new Page(status, "check", title, model));
  }

  /** Reads the file again, with the encoding and delimiter of a form. */
  void readAgain(Visit visit, UUID id) {
    Optional<Upload> upload =
        parts
            .uploads()
            .find(visit.config().name(), id)
            .filter(it -> it.state() == UploadState.UPLOADED && visit.isPost());
    if (upload.isEmpty()) {
      visit.notFound();
      return;
    }
    Choice choice =
        new Choice(
            word(visit, "encoding", Dialects.ENCODINGS).map(Charset::forName),
            word(visit, "delimiter", Dialects.DELIMITERS),
            List.of());
    try {
      parts.intake().reread(visit.config(), upload.get(), choice);
      visit.redirect("check/" + id + "/");
    } catch (StoreException e) {
      visit.send(Page.message(422, "The file cannot be read", e.fault().sentence()));
    }
  }

  private static Optional<String> word(Visit visit, String field, Map<String, String> words) {
    return Optional.ofNullable(visit.context().formParam(field)).filter(words::containsKey);
  }
}
