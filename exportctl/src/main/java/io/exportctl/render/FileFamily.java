package io.exportctl.render;

import java.util.ArrayList;
import java.util.List;

/** Files that a command owns in a folder: it replaces and removes those with the header. */
enum FileFamily {
  /** Terraform files in a folder and in its roots. */
  TERRAFORM(List.of(RenderedFile.HEADER), List.of(".tf"), "platform.tf"),
  /** Pages with their style sheet and script; none is deeper than one folder. */
  PAGES(
      List.of("<!-- " + RenderedFile.WORDS, "/* " + RenderedFile.WORDS),
      List.of(".html", ".css", ".js"),
      "index.html");

  private final List<String> headers;
  private final List<String> suffixes;
  private final String first;

  FileFamily(List<String> headers, List<String> suffixes, String first) {
    this.headers = headers;
    this.suffixes = suffixes;
    this.first = first;
  }

  /** Returns the name of a file that every such folder has. */
  String first() {
    return first;
  }

  /** Returns the greatest length of a header in characters, which are all ASCII. */
  int headerLength() {
    return headers.stream().mapToInt(String::length).max().orElseThrow();
  }

  /** Returns true if a file with this content, or with this beginning, was rendered. */
  boolean isRendered(String content) {
    return headers.stream().anyMatch(content::startsWith);
  }

  /** Returns true if the name of a file ends as those of the family. */
  boolean hasSuffix(String path) {
    return suffixes.stream().anyMatch(path::endsWith);
  }

  /** Returns true if a rendered file may have this path. */
  boolean mayOwn(String path) {
    boolean isTop = path.indexOf('/') < 0;
    return hasSuffix(path) && (this == PAGES || isTop || path.startsWith(Roots.FOLDER + "/"));
  }

  /** Returns the folders in which such files may be, each with a slash at its end. */
  List<String> folders(ExistingFiles existing) {
    String above = this == TERRAFORM ? Roots.FOLDER + "/" : "";
    List<String> folders = new ArrayList<>(List.of(""));
    for (String name : existing.list(above)) {
      folders.add(above + name + "/");
    }
    return folders;
  }
}
