package io.exportctl.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a policy allows: <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">a
 * statement</a>.
 *
 * @param sid its own within a policy, so that those of several datasets can stand in one
 * @param principal who may, the ARN of a role; empty where the policy is attached to who may
 * @param resource an ARN, or {@code *} for what carries the policy
 */
public record Statement(
    String sid, Optional<String> principal, List<String> actions, String resource) {

  public Statement {
    actions = actions.stream().sorted().toList();
  }

  /**
   * Composes a statement's id from a word and the dataset's name.
   *
   * @param what in upper camel case, as is the name that is put behind it: {@code
   *     ExportsNewProject}
   */
  public static String sid(String what, String dataset) {
    StringBuilder sid = new StringBuilder(what);
    Pattern.compile("_+")
        .splitAsStream(dataset)
        .filter(word -> !word.isEmpty())
        .forEach(
            word ->
                sid.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1)));
    return sid.toString();
  }
}
