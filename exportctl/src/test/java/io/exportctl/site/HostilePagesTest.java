package io.exportctl.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.HostileRegister;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hostile text in every value of a page: names, links, comments, authors, accounts. */
class HostilePagesTest {

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  private final SortedMap<String, String> pages = new TreeMap<>(HostileRegister.pages());

  @Test
  void turnsNoValueIntoMarkup() {
    assertThat(pages).hasSizeGreaterThan(8);
    assertThat(pages)
        .allSatisfy(
            (path, page) -> {
              if (path.endsWith(".html")) {
                assertThat(page).contains("alert(1)");
              }
            });
    assertThat(tags())
        .allSatisfy(
            tag ->
                assertThat(tag)
                    .doesNotContainIgnoringCase(
                        "onerror=", "onload=", "<img", "<iframe", "style="));
    assertThat(tags().filter(tag -> tag.startsWith("<script")))
        .allSatisfy(
            tag -> assertThat(tag).matches("<script src=\"(\\.\\./)?assets/site\\.js\" defer>"));
  }

  @Test
  void linksToTheWebAndToPagesOnly() {
    assertThat(hrefs().toList())
        .isNotEmpty()
        .allSatisfy(href -> assertThat(href).matches("https?://.*|#main|(\\.\\./)?[a-z0-9_~/.-]+"));
  }

  /** The page shows the address, so that a reviewer sees it, and offers no link. */
  @Test
  void showsAnAddressThatItDoesNotLink() {
    assertThat(pages.values()).anyMatch(page -> page.contains("javascript:alert(1)"));
    assertThat(hrefs()).noneMatch(href -> href.contains("javascript"));
  }

  @Test
  void makesControlCharactersVisible() {
    assertThat(pages.values())
        .allSatisfy(
            page -> assertThat(page).doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F]|\u202E"));
  }

  @Test
  void staysInItsFolder() {
    assertThat(pages.keySet())
        .allSatisfy(path -> assertThat(path).matches("([a-z]+/)?[a-z0-9_~-]+\\.(html|css|js)"));
  }

  /** Tags without the values of their attributes, but for the addresses of scripts. */
  private Stream<String> tags() {
    return pages.entrySet().stream()
        .filter(page -> page.getKey().endsWith(".html"))
        .flatMap(page -> TAG.matcher(page.getValue()).results())
        .map(found -> found.group().replaceAll(" (?!src)[a-z-]+=\"[^\"]*\"", ""));
  }

  private Stream<String> hrefs() {
    return pages.values().stream()
        .flatMap(page -> HREF.matcher(page).results())
        .map(found -> found.group(1));
  }

  @Test
  void givesEachTextAPageOfItsOwn() {
    List<String> texts =
        List.of("a", "A", "~41", "a b", "con", "~63on", "..", "../x", "", "ä", "x".repeat(300));

    assertThat(texts.stream().map(text -> PageName.of("people", text)))
        .doesNotHaveDuplicates()
        .contains("people/~41.html", "people/~63on.html", "people/~2e~2e~2fx.html")
        .allSatisfy(path -> assertThat(path).hasSizeLessThan(200));
  }
}
