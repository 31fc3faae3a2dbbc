package io.exportctl.render;

import java.util.function.Supplier;

/**
 * File whose content is rendered on demand.
 *
 * @param path path inside the folder, with forward slashes
 * @param content supplier of the whole text, with {@code \n} line breaks
 */
public record PlannedFile(String path, Supplier<String> content) {

  RenderedFile render() {
    return new RenderedFile(path, content.get());
  }
}
