package io.exportctl.review.plan;

import io.exportctl.dataset.Effect;
import io.exportctl.text.Enumeration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares two versions of a policy.
 *
 * @param holder role that has the policy, in words; a policy of a resource names its principals
 */
record PolicyChanges(String holder, Set<Grant> before, Set<Grant> after) {

  /** Maximum number of actions and resources that a sentence names. */
  private static final int NAMED = 5;

  /** A sentence with its effect. */
  record Said(Effect effect, String sentence) {}

  List<Said> said() {
    Set<Grant> gained = difference(after, before);
    Set<Grant> lost = difference(before, after);
    Set<Grant> conditional = plain(gained);
    conditional.retainAll(plain(lost));
    gained.removeIf(grant -> conditional.contains(grant.unconditional()));
    lost.removeIf(grant -> conditional.contains(grant.unconditional()));
    List<Said> said = new ArrayList<>();
    say(said, gained, true, Effect.WIDENS, " may now ");
    say(said, gained, false, Effect.NARROWS, " is now refused to ");
    say(said, lost, true, Effect.NARROWS, " may no longer ");
    say(said, lost, false, Effect.WIDENS, " is no longer refused to ");
    say(said, conditional, true, Effect.WIDENS, " may under other conditions ");
    say(said, conditional, false, Effect.WIDENS, " is refused under other conditions to ");
    return said;
  }

  private static Set<Grant> difference(Set<Grant> some, Set<Grant> others) {
    Set<Grant> rest = new LinkedHashSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static Set<Grant> plain(Set<Grant> grants) {
    return grants.stream()
        .map(Grant::unconditional)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Adds a sentence for all grants of a principal on the same resources. */
  private void say(
      List<Said> said, Set<Grant> grants, boolean isAllowed, Effect effect, String verb) {
    Map<String, Set<String>> actions = new TreeMap<>();
    grants.stream()
        .filter(grant -> grant.isAllowed() == isAllowed)
        .forEach(
            grant ->
                actions
                    .computeIfAbsent(who(grant) + "\n" + grant.resource(), key -> new TreeSet<>())
                    .add(action(grant.action())));
    Map<String, Set<String>> places = new TreeMap<>();
    actions.forEach(
        (key, names) -> {
          String[] parts = key.split("\n", 2);
          String deed = parts[0] + verb + enumerated(names);
          places.computeIfAbsent(deed, one -> new TreeSet<>()).add(place(parts[1]));
        });
    places.forEach((deed, names) -> said.add(new Said(effect, deed + " " + enumerated(names))));
  }

  private String who(Grant grant) {
    return (grant.principal().isEmpty() ? holder : grant.principal()).replace("\n", " ");
  }

  private static String enumerated(Set<String> names) {
    List<String> all = new ArrayList<>(names);
    if (all.size() > NAMED) {
      int rest = all.size() - NAMED;
      all = new ArrayList<>(all.subList(0, NAMED));
      all.add(rest + " more");
    }
    return Enumeration.of(all);
  }

  /** Returns a verb for an action on files; the action itself if it has another object. */
  private static String action(String action) {
    if (action.matches("s3:GetObject(Tagging|Version)?")) {
      return "read";
    }
    if (action.matches("s3:ListBucket(Versions)?|s3:GetBucketLocation")) {
      return "list";
    }
    if (action.matches("s3:(PutObject(Tagging)?|AbortMultipartUpload|ListMultipartUploadParts)")) {
      return "write";
    }
    return action.matches("s3:DeleteObject(Tagging)?") ? "delete" : "do " + action + " on";
  }

  private static String place(String resource) {
    return resource.replaceFirst("^arn:[^:]*:s3:::", "s3://");
  }
}
