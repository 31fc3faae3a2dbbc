package io.exportctl.schema;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.everit.json.schema.FormatValidator;

/**
 * The format {@code uri-template} of a team's own schema: <a
 * href="https://www.rfc-editor.org/rfc/rfc6570">RFC 6570</a>. The schema library's own validator
 * needs two more libraries, which are not shipped.
 */
public final class UriTemplateFormat implements FormatValidator {

  private static final String VARIABLE =
      "(?:[A-Za-z0-9_.]|%[0-9A-Fa-f]{2})+(?:\\*|:[1-9][0-9]{0,3})?";

  private static final Pattern TEMPLATE =
      Pattern.compile("(?:[^{}\\s]|\\{[+#./;?&]?" + VARIABLE + "(?:," + VARIABLE + ")*\\})*");

  @Override
  public String formatName() {
    return "uri-template";
  }

  @Override
  public Optional<String> validate(String text) {
    return TEMPLATE.matches(text)
        ? Optional.empty()
        : Optional.of("[" + text + "] is not a valid URI template");
  }
}
