package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a page that names files, in memory. */
final class PageText implements Exchange<PageText.Body> {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:-]+)");
  private static final int MOST_BYTES = 5_000_000;

  /** A body, with its header {@code Content-Type}. */
  static final class Body {

    private final byte[] bytes;
    private final Optional<String> type;

    Body(byte[] bytes, Optional<String> type) {
      this.bytes = bytes.clone();
      this.type = type;
    }

    InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    /** Returns the text; UTF-8 unless the header names another encoding. */
    String text() {
      return new String(bytes, charset().orElse(UTF_8));
    }

    Optional<Charset> charset() {
      Matcher matcher = CHARSET.matcher(type.orElse(""));
      try {
        return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

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
