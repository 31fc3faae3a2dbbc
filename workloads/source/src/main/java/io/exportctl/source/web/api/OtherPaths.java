package io.exportctl.source.web.api;

import io.javalin.http.Context;

/** Answers to paths that are not the API's, such as pages for people. */
@FunctionalInterface
public interface OtherPaths {

  /** Answers a request. */
  void handle(Context context) throws Exception;

  /** Nothing but the API. */
  OtherPaths NONE =
      context -> context.status(404).header("Content-Type", "application/json").result("{}");
}
