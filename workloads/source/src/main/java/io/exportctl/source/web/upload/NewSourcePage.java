package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.ConfigReader;
import io.exportctl.source.text.Json;
import io.exportctl.source.web.page.Pages;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills in the file of a new source, which begins with a review and not with this form. */
final class NewSourcePage {

  private static final List<String> FIELDS =
      List.of("name", "schema", "uploaders", "readers", "paperwork");

  private NewSourcePage() {}

  static void answer(Context context, Pages pages, Viewer viewer) {
    Map<String, Object> model = new HashMap<>();
    Map<String, String> values = new HashMap<>();
    for (String field : FIELDS) {
      values.put(field, Optional.ofNullable(context.queryParam(field)).orElse("").strip());
    }
    boolean isFilled = context.queryParam("name") != null;
    if (!isFilled) {
      values.put("uploaders", viewer.person().email().orElse(""));
    }
    model.put("values", values);
    String title = "New source";
    if (isFilled) {
      String yaml = yaml(values);
      List<String> problems = problems(values, yaml);
      model.put("problems", problems);
      if (problems.isEmpty()) {
        model.put("yaml", yaml);
      } else {
        title = "Error: New source";
      }
    }
    pages.send(context, Optional.of(viewer), Page.of("new", title, model));
  }

  /** Texts are written as JSON, which YAML reads alike. */
  private static String yaml(Map<String, String> values) {
    return """
        name: %s
        schema: %s
        upload:
          by: %s
        readers: %s
        paperwork: %s
        """
        .formatted(
            plain(values.get("name")),
            plain(values.get("schema")),
            list(values.get("uploaders")),
            list(values.get("readers")),
            plain(values.get("paperwork")));
  }

  private static String plain(String text) {
    return text.matches("[a-z][a-z0-9_.]*|https://[A-Za-z0-9./_-]+") ? text : Json.write(text);
  }

  private static String list(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> it.matches("[A-Za-z][A-Za-z0-9_.@-]*") ? it : Json.write(it))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<String> problems(Map<String, String> values, String yaml) {
    return Stream.concat(
            FIELDS.stream()
                .filter(it -> values.get(it).isEmpty())
                .map(it -> "Fill in \"" + it + "\""),
            values.containsValue("")
                ? Stream.of()
                : ConfigReader.read("the form", yaml).problems().stream())
        .toList();
  }
}
