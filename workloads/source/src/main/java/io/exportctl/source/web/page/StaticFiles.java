package io.exportctl.source.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/** Style sheets and scripts, from the class path. */
public final class StaticFiles {

  private static final String FRONTEND =
      "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
  private static final String OURS = "/io/exportctl/source/pages/";

  private final Map<String, Asset> assets = new HashMap<>();

  public StaticFiles() {
    String style =
        text(FRONTEND + "govuk-frontend.min.css")
            // GDS Transport is for services on gov.uk only.
            .replaceAll("@font-face\\{[^}]*\\}", "")
            .replace("GDS Transport,", "");
    add("govuk-frontend.css", style, "text/css");
    add(
        "govuk-frontend.js",
        text(FRONTEND + "govuk-frontend.min.js").replaceAll("//# sourceMappingURL=.*", ""),
        "text/javascript");
    add("store.css", text(OURS + "store.css"), "text/css");
    add("store.js", text(OURS + "store.js"), "text/javascript");
    add("icon.svg", text(OURS + "icon.svg"), "image/svg+xml");
  }

  private record Asset(String text, String type, String tag) {}

  private void add(String name, String text, String type) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    String tag = '"' + HexFormat.of().toHexDigits((int) crc.getValue()) + '"';
    assets.put("/assets/" + name, new Asset(text, type + "; charset=utf-8", tag));
  }

  private static String text(String path) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + path);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a file; false if there is none of this path. */
  public boolean send(Context context, String path) {
    Asset asset = assets.get(path);
    if (asset == null) {
      return false;
    }
    context.header("Content-Type", asset.type()).header("ETag", asset.tag());
    context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-cache");
    if (asset.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.status(200).result(asset.text());
    }
    return true;
  }
}
