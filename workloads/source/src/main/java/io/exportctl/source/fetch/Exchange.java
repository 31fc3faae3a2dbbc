package io.exportctl.source.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Headers of a request, and the use of its reply. */
interface Exchange<T> {

  /** Headers of the next attempt. */
  Map<String, String> headers();

  /** True if a reply of this status is read. */
  boolean accepts(int status);

  /** Reads a reply. */
  T read(Reply reply) throws IOException;

  /** A reply that is not read yet. */
  interface Reply {

    int status();

    Optional<String> header(String name);

    OptionalLong length();

    InputStream body() throws IOException;
  }
}
