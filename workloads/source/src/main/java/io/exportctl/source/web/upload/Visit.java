package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.javalin.http.Context;
import java.util.Optional;

/** A request of a person for a page of a source to which the person may upload. */
record Visit(Context context, Pages pages, Viewer viewer, SourceConfig config) {

  Person person() {
    return viewer.person();
  }

  boolean isPost() {
    return context.req().getMethod().equals("POST");
  }

  /** Path of a page of the source. */
  String path(String rest) {
    return "/upload/" + config.name() + "/" + rest;
  }

  void send(Page page) {
    pages.send(context, Optional.of(viewer), page);
  }

  void redirect(String rest) {
    pages.redirect(context, path(rest));
  }

  void notFound() {
    send(UploadSite.NOT_FOUND);
  }
}
