package io.exportctl.source.fetch;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The body of a page that names files, in memory. */
final class PageText implements Exchange<PageText.Body> {

  private static final int MOST_BYTES = 5_000_000;

  /**
   * A body.
   *
   * @param type header {@code Content-Type}
   */
  record Body(byte[] bytes, Optional<String> type) {}

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public boolean accepts(int status) {
    return status == 200;
  }

  @Override
  public Body read(Reply reply) throws IOException {
    byte[] bytes = reply.body().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw StoreException.refused(
          Fault.of("page-too-large", "the page with the links is larger than 5 MB"));
    }
    return new Body(bytes, reply.header("Content-Type"));
  }
}
