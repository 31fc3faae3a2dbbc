package io.exportctl.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that a command owns in a folder: it replaces and removes those with a header.
 *
 * @param headers beginnings of the files, in ASCII
 * @param suffixes ends of their names
 * @param first name of a file that every such folder has
 * @param above folder whose folders hold such files, with a slash at its end; empty for the folder
 *     itself
 */
record FileFamily(List<String> headers, List<String> suffixes, String first, String above) {

  /** Terraform and job files in a folder and in its roots. */
  static final FileFamily TERRAFORM =
      new FileFamily(
          List.of(RenderedFile.HEADER, RenderedFile.JSON_HEADER),
          List.of(".tf", ".json"),
          "platform.tf",
          Roots.FOLDER + "/");

  /** Pages with their style sheet and script. */
  static final FileFamily PAGES =
      new FileFamily(
          List.of("<!-- " + RenderedFile.WORDS, "/* " + RenderedFile.WORDS),
          List.of(".html", ".css", ".js"),
          "index.html",
          "");

  FileFamily {
    headers = List.copyOf(headers);
    suffixes = List.copyOf(suffixes);
  }

  /** Returns the greatest length of a header in bytes. */
  int headerLength() {
    return headers.stream().mapToInt(String::length).max().orElseThrow();
  }

  /** Returns true if a file with this content, or with this beginning, was rendered. */
  boolean isRendered(String content) {
    for (String header : headers) {
      if (content.startsWith(header)) {
        return true;
      }
    }
    return false;
  }

  /** Returns true if the name of a file ends as those of the family. */
  boolean hasSuffix(String path) {
    return suffixes.stream().anyMatch(path::endsWith);
  }

  /** Returns true if a rendered file may have this path. */
  boolean mayOwn(String path) {
    return hasSuffix(path) && (path.indexOf('/') < 0 || path.startsWith(above));
  }

  /** Returns the folders in which such files may be, each with a slash at its end. */
  List<String> folders(ExistingFiles existing) {
    List<String> folders = new ArrayList<>(List.of(""));
    for (String name : existing.list(above)) {
      folders.add(above + name + "/");
    }
    return folders;
  }
}
