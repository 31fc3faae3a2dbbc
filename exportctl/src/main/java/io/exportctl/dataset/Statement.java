package io.exportctl.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A permission in a policy: <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">a
 * statement</a>.
 *
 * @param sid id that is unique among the statements for all datasets
 * @param principal ARN of the role that gets access; empty if the policy is attached to the role
 * @param resource an ARN, or {@code *} for the resource that has the policy
 */
public record Statement(
    String sid, Optional<String> principal, List<String> actions, String resource) {

  public Statement {
    actions = actions.stream().sorted().toList();
  }

  /**
   * Composes a statement's id from a word and the dataset's name.
   *
   * @param word first part in upper camel case; the name is converted: {@code ExportsNewProject}
   */
  public static String sid(String word, String dataset) {
    StringBuilder sid = new StringBuilder(word);
    Pattern.compile("_+")
        .splitAsStream(dataset)
        .filter(part -> !part.isEmpty())
        .forEach(
            part ->
                sid.append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1)));
    return sid.toString();
  }
}
