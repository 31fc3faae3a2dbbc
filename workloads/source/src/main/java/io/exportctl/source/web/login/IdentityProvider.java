package io.exportctl.source.web.login;

import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Pages;
import io.javalin.http.Context;
import java.net.URI;

/** A service that knows people. */
public interface IdentityProvider {

  /**
   * Address to which a browser goes to sign in.
   *
   * @throws LoginRefused if the provider cannot be reached
   */
  URI begin(Attempt attempt) throws LoginRefused;

  /**
   * Asks who signed in.
   *
   * @param code that the browser brought back
   * @throws LoginRefused if the provider's answer does not prove it
   */
  Person finish(Attempt attempt, String code) throws LoginRefused;

  /** Origin of the pages that ask for the password; empty for this server's own. */
  String origin();

  /** True for paths of this server on which the provider has pages of its own. */
  default boolean hasPage(String path) {
    return false;
  }

  /** Answers a path of {@link #hasPage}. */
  default void answer(Context context, Pages pages) {
    throw new UnsupportedOperationException();
  }
}
