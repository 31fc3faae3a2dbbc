package io.exportctl.yaml;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that its mapping has already.
 *
 * @param before number of different keys before it
 */
record RepeatedKey(YamlNode.Scalar key, YamlNode.Scalar first, int before) {

  /** Returns a finding for each repeated key, or for each group of them that stands together. */
  static List<Diagnostic> diagnose(List<RepeatedKey> repeats, YamlDocument source) {
    List<Diagnostic> found = new ArrayList<>(repeats.size());
    int at = 0;
    while (at < repeats.size()) {
      int end = endOfGroup(repeats, at);
      found.add(diagnose(repeats.get(at), end - at, source));
      at = end;
    }
    return found;
  }

  /** Returns the index after those that repeat other keys and follow without a new key between. */
  private static int endOfGroup(List<RepeatedKey> repeats, int start) {
    int end = start + 1;
    while (end < repeats.size()
        && repeats.get(end).before == repeats.get(start).before
        && repeats.get(end).first.span().line() > repeats.get(end - 1).first.span().line()) {
      end++;
    }
    return end;
  }

  private static Diagnostic diagnose(RepeatedKey repeat, int count, YamlDocument source) {
    String others = count == 1 ? " stands" : " and " + (count - 1) + " more stand";
    return Diagnostic.of(
            source.location(repeat.key),
            RuleId.DUPLICATE_KEY,
            "key "
                + quote(repeat.key.text())
                + others
                + " here again, first in line "
                + repeat.first.span().line())
        .withHelp(
            count == 1
                ? "keep one of the two"
                : "give a second dataset a file of its own, or keep one of each");
  }
}
