package io.exportctl.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.HostileRegister;
import io.exportctl.support.NodePrograms;
import io.exportctl.support.Repository;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in Chromium, from the disk: on a wide screen and a phone, light and dark, with axe.
 * Screenshots for people are in {@code target/site-pictures}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserIT {

  private static final Path PICTURES = Path.of("target", "site-pictures").toAbsolutePath();

  private Path browser;
  private Path programs;

  @BeforeAll
  void findBrowser() {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> Command.find(name).stream())
            .findFirst();
    Tools.require(found.isPresent(), "chromium is not on the PATH");
    browser = found.orElseThrow();
    programs = NodePrograms.install();
  }

  @Test
  void isUsable(@TempDir Path root) throws IOException {
    ExampleWorkspace.writeTo(root);
    addReview(root, "push/case_outcomes", "2027-02-01");
    addReview(root, "pull/court_dashboard", "2027-01-14");
    Repository.in(root).commit();
    Files.copy(Path.of("src/test/resources/site/state.json"), root.resolve("state.json"));
    Cli.Result result = Cli.in(root).run("site", "--today", "2027-01-15", "--state", "state.json");
    assertThat(result.status()).as(result.err()).isZero();

    JSONObject seen = look(root.resolve("site"), true);

    assertThat(seen.getJSONArray("faults").toList()).isEmpty();
    assertThat(seen.getJSONObject("withoutScript").toMap())
        .isEqualTo(Map.of("rows", 4, "filters", 0, "buttons", 0));
    List<String> all =
        List.of("case_outcomes", "court_dashboard", "prison_arrivals", "probation_caseload");
    assertThat(seen.getJSONObject("filters").toMap())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("all", all),
                Map.entry("search Court DASH", List.of("court_dashboard")),
                Map.entry("search nothing like this", List.of()),
                Map.entry("kind pull", List.of("court_dashboard", "probation_caseload")),
                Map.entry("sent address", List.of("court_dashboard", "probation_caseload")),
                Map.entry("account 345678901234", List.of("prison_arrivals", "probation_caseload")),
                Map.entry("person alpha_user_chen", List.of("probation_caseload")),
                Map.entry("host example.org", all),
                Map.entry("review 2027-02-01", List.of("case_outcomes", "court_dashboard")),
                Map.entry("show all", all),
                Map.entry("count", "4 datasets")));
  }

  /** The browser runs nothing of a value, loads nothing for it, and asks nobody anything. */
  @Test
  void runsNothingOfHostileValues(@TempDir Path site) throws IOException {
    for (Map.Entry<String, String> page : HostileRegister.pages().entrySet()) {
      Path file = site.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }

    JSONObject seen = look(site, false);

    assertThat(seen.getJSONArray("faults").toList()).isEmpty();
  }

  private JSONObject look(Path site, boolean isExample) {
    String out =
        Command.in(programs)
            .run(
                "node",
                "look-at-pages.mjs",
                browser.toString(),
                site.toString(),
                PICTURES.resolve(isExample ? "examples" : "hostile").toString(),
                String.valueOf(isExample))
            .orFail();
    return new JSONObject(out);
  }

  private static void addReview(Path root, String dataset, String day) throws IOException {
    Path file = root.resolve("datasets/" + dataset + ".yaml");
    Files.writeString(file, Files.readString(file) + "review_by: " + day + "\n");
  }
}
