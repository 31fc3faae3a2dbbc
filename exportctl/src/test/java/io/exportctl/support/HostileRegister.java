package io.exportctl.support;

import io.exportctl.dataset.Platform;
import io.exportctl.git.FileHistory;
import io.exportctl.git.Revision;
import io.exportctl.kind.Kinds;
import io.exportctl.register.Entry;
import io.exportctl.render.PlannedFile;
import io.exportctl.site.Site;
import io.exportctl.site.SiteSources;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of datasets whose values try to become markup, as a team's own schemas could let them. */
public final class HostileRegister {

  /** Markup, quotes, ends of comments and templates, control characters, a change of direction. */
  private static final String MARKUP =
      "\"><img src=x onerror=alert(1)><script>alert(1)</script>'`--> \u0007\u202E ${7*7} [=root]"
          + " \\n";

  private static final List<String> LINKS =
      List.of(
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)//https://example.org",
          "data:text/html,<script>alert(1)</script>",
          "https://example.org/\"onmouseover=alert(1)",
          "//example.org/alert(1)",
          "https://example.org/dpia?a=1&b=2#alert(1)");

  private HostileRegister() {}

  /** Returns the contents of all files by path. */
  public static Map<String, String> pages() {
    Map<String, String> pages = new HashMap<>();
    try {
      Path root = Files.createTempDirectory("hostile").toRealPath();
      try {
        for (PlannedFile file : files(root)) {
          pages.put(file.path(), file.content().get());
        }
        return pages;
      } finally {
        Folders.deleteAll(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PlannedFile> files(Path root) throws IOException {
    ExampleWorkspace.writeAllTo(root);
    write(root, "push", "name: %1$s\nbucket: %1$s\naccount: %1$s\nkms_key_arn: %1$s\n%2$s");
    write(root, "pull", "name: %1$s\npull_arns: [%1$s]\n%2$s");
    write(root, "landing", "name: %1$s\nnamespace: %1$s\nput_arns: [%1$s]\nschedule: %1$s\n%2$s");
    Inventory inventory = Workspace.find(root).read();
    Platform platform = Platform.read(inventory.platform());
    List<Entry> entries =
        inventory.datasets().stream()
            .filter(file -> file.source().endsWith("/hostile.yaml"))
            .map(file -> new Entry(file, Kinds.read(file), platform, false))
            .toList();
    Map<String, List<Revision>> history = new HashMap<>();
    for (Entry entry : entries) {
      history.put(entry.file().source(), List.of(revision()));
    }
    FileHistory hostile = new FileHistory(Optional.of(MARKUP), history);
    return Site.files(
        Bundle::read, entries, platform, SiteSources.of(hostile, Optional.empty(), List.of()));
  }

  private static void write(Path root, String kind, String form) throws IOException {
    String value = YamlText.of(MARKUP);
    StringBuilder common = new StringBuilder("users: [" + value + "]\nreview_by: " + value + "\n");
    common.append("paperwork:\n");
    LINKS.forEach(link -> common.append("  - " + YamlText.of(link) + "\n"));
    String comment = "# " + MARKUP.replaceAll("[\u0007\u202E]", "") + "\n";
    Files.writeString(
        root.resolve("datasets/" + kind + "/hostile.yaml"),
        comment + form.formatted(value, common));
  }

  private static Revision revision() {
    return new Revision(
        "0".repeat(40), MARKUP, MARKUP, Optional.of(yaml("a")), Optional.of(yaml(MARKUP)));
  }

  private static byte[] yaml(String value) {
    return (YamlText.of(value) + ": " + YamlText.of(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
