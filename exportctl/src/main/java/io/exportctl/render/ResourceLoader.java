package io.exportctl.render;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Loads templates for Freemarker: the workspace's own, else the tool's. */
final class ResourceLoader implements TemplateLoader {

  private final Function<String, byte[]> resources;

  ResourceLoader(Function<String, byte[]> resources) {
    this.resources = resources;
  }

  /** Returns the path itself, so that a missing template is reported when it is read. */
  @Override
  public Object findTemplateSource(String path) {
    return path;
  }

  /** Returns a constant: templates do not change while a command runs. */
  @Override
  public long getLastModified(Object path) {
    return 0;
  }

  /**
   * Reads a template with {@code \n} line breaks, so that a checkout on Windows renders the same.
   */
  @Override
  public Reader getReader(Object path, String encoding) {
    String text = new String(resources.apply((String) path), StandardCharsets.UTF_8);
    return new StringReader(text.replace("\r\n", "\n"));
  }

  @Override
  public void closeTemplateSource(Object path) {
    // A path holds no resource.
  }
}
