package io.exportctl.render;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Gives Freemarker its templates: the workspace's own, or those that the tool brings. */
final class ResourceLoader implements TemplateLoader {

  private final Function<String, byte[]> resources;

  ResourceLoader(Function<String, byte[]> resources) {
    this.resources = resources;
  }

  /** The path itself: it is read when it is needed, and a missing one says so. */
  @Override
  public Object findTemplateSource(String path) {
    return path;
  }

  /** Never changes while a command runs. */
  @Override
  public long getLastModified(Object path) {
    return 0;
  }

  /** With {@code \n} line breaks, so that a checkout on Windows renders the same bytes. */
  @Override
  public Reader getReader(Object path, String encoding) {
    String text = new String(resources.apply((String) path), StandardCharsets.UTF_8);
    return new StringReader(text.replace("\r\n", "\n"));
  }

  @Override
  public void closeTemplateSource(Object path) {
    // Nothing is held open.
  }
}
