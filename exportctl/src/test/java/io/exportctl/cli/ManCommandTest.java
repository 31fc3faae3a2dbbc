package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.manual.Roff;
import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManCommandTest {

  @TempDir Path root;

  @Test
  void writesAPageForEveryCommandAndAlwaysTheSame() {
    Cli.Result first = Cli.in(root).run("man", "--out", "man1");
    SortedMap<String, String> pages = Folders.files(root.resolve("man1"));
    Cli.in(root).run("man", "--out", "man1");

    assertThat(first.out()).isEqualTo(pages.size() + " pages written to man1\n");
    assertThat(pages.keySet())
        .contains("exportctl.1", "exportctl-validate.1", "exportctl-man.1", "exportctl-user-add.1");
    assertThat(pages.keySet()).noneMatch(name -> name.contains("__complete"));
    assertThat(Folders.files(root.resolve("man1"))).isEqualTo(pages);
    assertThat(Cli.in(root).run("man", "validate").out())
        .isEqualTo(pages.get("exportctl-validate.1"));
    assertThat(Cli.in(root).run("man", "user", "add").out())
        .isEqualTo(pages.get("exportctl-user-add.1"));
    assertThat(Cli.in(root).run("man").out()).isEqualTo(pages.get("exportctl.1"));
  }

  @Test
  void hasTheSectionsThatManualsHave() {
    assertThat(Cli.in(root).run("man", "render").out())
        .matches(
            "(?s)\\.TH \"EXPORTCTL\\\\-RENDER\" \"1\" \"\" \"exportctl [^\"]+\" \"\"\n"
                + "\\.SH \"NAME\"\nexportctl\\\\-render \\\\- Turn .*\n"
                + "\\.SH \"SYNOPSIS\"\nexportctl render \\[.*\n"
                + "\\.SH \"DESCRIPTION\"\n.*"
                + "\\.SH \"OPTIONS\"\n\\.TP\n\\.B \"\\\\-\\\\-out=DIR\"\nWrite .*"
                + "\\.SH \"EXAMPLES\"\n\\.nf\n  exportctl render\n.*\\.fi\n"
                + "\\.SH \"EXIT STATUS\"\n\\.TP\n\\.B \"0\"\nAll is well\\.\n.*"
                + "\\.SH \"SEE ALSO\"\nexportctl\\(1\\), .*exportctl\\\\-validate\\(1\\).*\n");
  }

  @Test
  void leavesNothingToTheFormatter() {
    assertThat(Roff.escape(".SH \\fB --x 'y' ~z … `"))
        .isEqualTo("\\&.SH \\efB \\-\\-x \\(aqy\\(aq \\(tiz \\[u2026] \\(ga");
  }

  @Test
  void satisfiesTheFormatter() {
    // The tool does not need it: not a failure in CI.
    Assumptions.assumeTrue(
        Command.find("mandoc").isPresent(), "mandoc is not installed on this machine");
    Cli.in(root).run("man", "--out", "man1");

    for (String name : Folders.files(root.resolve("man1")).keySet()) {
      Command.Result result =
          Command.in(root).run(List.of("mandoc", "-Tlint", "-Wwarning", "man1/" + name));

      // It misses a date, which would make each build's pages others.
      assertThat(result.out().lines().filter(line -> !line.contains("missing date")))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void printsOnePageOrWritesAll() {
    Cli.Result both = Cli.in(root).run("man", "render", "--out", "man1");
    Cli.Result unknown = Cli.in(root).run("man", "rendr");

    assertThat(both.err()).startsWith("exportctl: --out writes all pages, expected no COMMAND");
    assertThat(unknown.err())
        .startsWith("exportctl: unknown command \"rendr\", did you mean \"render\"? (see ");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(root.resolve("man1")).doesNotExist();
  }
}
