package io.exportctl.cli;

import io.exportctl.render.Layout;
import java.util.List;

/** Reads a layout from a command line. */
final class LayoutConverter extends WordConverter<Layout> {

  LayoutConverter() {
    super("a layout", List.of(Layout.values()));
  }
}
