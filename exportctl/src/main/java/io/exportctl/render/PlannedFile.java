package io.exportctl.render;

import java.util.function.Supplier;

/**
 * A file that is rendered when it is its turn, and of which nothing is kept that need not be.
 *
 * @param path inside the folder, with forward slashes
 * @param content the whole text, with {@code \n} line breaks
 */
record PlannedFile(String path, Supplier<String> content) {

  RenderedFile render() {
    return new RenderedFile(path, content.get());
  }
}
