package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.DocumentLinks;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every relative link of the repository's documents leads to a file, and to a heading in it. */
class DocumentLinksTest {

  private static final Path ROOT = ExampleWorkspace.REPOSITORY;

  @Test
  void leadsToFilesAndHeadings() {
    assertThat(DocumentLinks.documents(ROOT)).hasSizeGreaterThan(30);
    assertThat(DocumentLinks.broken(ROOT)).isEmpty();
  }

  @Test
  void namesHeadingsAsGithubDoes() {
    assertThat(DocumentLinks.anchors("# A `b`, c\n\n## Why not?\n\n```\n# no\n```\n## Why not?\n"))
        .containsExactlyInAnyOrder("a-b-c", "why-not", "why-not-1");
  }

  /** A page that nothing leads to is not found. */
  @Test
  void leadsToEveryDecision() throws IOException {
    String list = Files.readString(ROOT.resolve("docs/decisions/README.md"));

    assertThat(DocumentLinks.documents(ROOT))
        .filteredOn(document -> document.getParent().endsWith("decisions"))
        .filteredOn(document -> !document.endsWith("README.md"))
        .isNotEmpty()
        .allSatisfy(document -> assertThat(list).contains("(" + document.getFileName() + ")"));
  }
}
