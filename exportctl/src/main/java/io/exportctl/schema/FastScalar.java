package io.exportctl.schema;

import io.exportctl.text.Quotation;
import io.exportctl.yaml.CoreSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;

/** The part of a {@link FastSchema} that checks a single text or number. */
final class FastScalar {

  /** A date in any month. */
  private static final String DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])";

  private final Optional<ThreadLocalMatcher> pattern;
  private final Optional<ThreadLocalMatcher> refused;
  private final Optional<ThreadLocalMatcher> day;
  private final List<Object> words;
  private final int longest;
  private final long minimum;
  private final long maximum;

  FastScalar(JSONObject json) {
    pattern = pattern(json);
    refused = pattern(json.optJSONObject("not", new JSONObject()));
    day = json.has("format") ? Optional.of(ThreadLocalMatcher.of(DAY)) : Optional.empty();
    words = json.optJSONArray("enum", new JSONArray()).toList();
    longest = json.optInt("maxLength", Integer.MAX_VALUE);
    minimum = json.optLong("minimum", Long.MIN_VALUE);
    maximum = json.optLong("maximum", Long.MAX_VALUE);
  }

  private static Optional<ThreadLocalMatcher> pattern(JSONObject json) {
    return json.has("pattern")
        ? Optional.of(ThreadLocalMatcher.of(json.getString("pattern")))
        : Optional.empty();
  }

  List<Violation> checkText(String text) throws Unsure {
    Unsure.unless(Quotation.isAscii(text) && (day.isEmpty() || day.get().finds(text)));
    boolean matches = pattern.isEmpty() || pattern.get().finds(text);
    boolean isWord = words.isEmpty() || words.contains(text);
    boolean isRefused = refused.isPresent() && refused.get().finds(text);
    if (matches && isWord && !isRefused && text.length() <= longest) {
      return List.of();
    }
    List<Violation> found = new ArrayList<>();
    if (!matches) {
      found.add(Violation.of("pattern"));
    }
    if (text.length() > longest) {
      found.add(Violation.of("maxLength"));
    }
    if (!isWord) {
      found.add(Violation.of("enum"));
    }
    if (isRefused) {
      found.add(Violation.of("not"));
    }
    return found;
  }

  List<Violation> checkNumber(String text) throws Unsure {
    if (!(CoreSchema.number(text) instanceof Long value)) {
      throw new Unsure();
    }
    if (value < minimum) {
      return List.of(Violation.of("minimum"));
    }
    return value > maximum ? List.of(Violation.of("maximum")) : List.of();
  }
}
