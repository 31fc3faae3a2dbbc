package io.exportctl.review.plan;

import io.exportctl.dataset.Effect;
import io.exportctl.review.plan.PolicyChanges.Said;
import io.exportctl.text.Enumeration;
import io.exportctl.text.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what a plan does in one module. */
final class ModuleChanges {

  private final Set<String> createdRoles;
  private final List<Said> said = new ArrayList<>();
  private final Map<String, Integer> created = new TreeMap<>();
  private final Map<String, Integer> updated = new TreeMap<>();
  private final Map<String, Integer> deleted = new TreeMap<>();

  /**
   * Starts a module.
   *
   * @param createdRoles names of the roles that the plan creates; nobody had access through them
   */
  ModuleChanges(Set<String> createdRoles) {
    this.createdRoles = Set.copyOf(createdRoles);
  }

  void add(ResourceChange resource) {
    switch (resource.action()) {
      case NOTHING -> {}
      case CREATE -> create(resource);
      case UPDATE -> update(resource);
      case REPLACE -> {
        say(Effect.DESTROYS, resource.title() + " would be destroyed and made anew");
        comparePolicies(resource);
      }
      case DELETE -> delete(resource);
      case FORGET ->
          say(Effect.WIDENS, resource.title() + " stays, and Terraform no longer guards it");
      case OTHER ->
          say(
              Effect.WIDENS,
              resource.title() + " changes in a way that this exportctl does not know");
    }
  }

  private void say(Effect effect, String sentence) {
    said.add(new Said(effect, sentence));
  }

  private void create(ResourceChange resource) {
    boolean isHarmless = ResourceTypes.isHarmlessToCreate(resource.type());
    if (isHarmless && isOfNewRole(resource)) {
      count(created, resource);
      return;
    }
    comparePolicies(resource);
    if (isHarmless) {
      count(created, resource);
    } else {
      say(Effect.WIDENS, resource.title() + " is created");
    }
  }

  /** Returns true for the policies of a role that the plan creates for one of our programs. */
  private boolean isOfNewRole(ResourceChange resource) {
    return resource.type().equals("aws_iam_role_policy")
        && createdRoles.contains(Json.text(resource.after().get("role")));
  }

  private void update(ResourceChange resource) {
    SortedSet<String> rest = new TreeSet<>(resource.differences());
    rest.removeIf(ResourceTypes::isHarmlessAttribute);
    Set<String> policies = comparePolicies(resource);
    rest.removeAll(policies);
    if (rest.isEmpty() && !policies.isEmpty()) {
      return;
    }
    if (rest.isEmpty() || ResourceTypes.isWatching(resource.type())) {
      count(updated, resource);
      return;
    }
    Effect effect = ResourceTypes.isExpiring(resource.type()) ? Effect.DESTROYS : Effect.WIDENS;
    say(effect, resource.title() + " changes: " + Enumeration.of(List.copyOf(rest)));
  }

  private void delete(ResourceChange resource) {
    Set<String> policies = comparePolicies(resource);
    if (ResourceTypes.isStore(resource.type())) {
      say(Effect.DESTROYS, resource.title() + " would be destroyed");
    } else if (policies.isEmpty()) {
      count(deleted, resource);
    }
  }

  /**
   * Says what the policies of a resource grant and take away.
   *
   * @return the attributes that hold policies
   */
  private Set<String> comparePolicies(ResourceChange resource) {
    Set<String> names = new TreeSet<>();
    Set<String> attributes = new TreeSet<>(resource.before().keySet());
    attributes.addAll(resource.after().keySet());
    attributes.addAll(resource.unknown());
    for (String name : attributes) {
      Optional<Set<Grant>> before = grants(resource.before(), name);
      Optional<Set<Grant>> after = grants(resource.after(), name);
      boolean isHidden = resource.unknown().contains(name) && name.endsWith("policy");
      if (isHidden || ((before.isPresent() || after.isPresent()) && isSecret(resource, name))) {
        names.add(name);
        say(Effect.WIDENS, "what " + resource.title() + " allows is not known before the apply");
      } else if (before.isPresent() || after.isPresent()) {
        names.add(name);
        compare(resource, before.orElse(Set.of()), after.orElse(Set.of()));
      }
    }
    return names;
  }

  private static boolean isSecret(ResourceChange resource, String name) {
    return resource.sensitive().contains(name);
  }

  private static Optional<Set<Grant>> grants(Map<String, Object> attributes, String name) {
    return Optional.of(Json.text(attributes.get(name)))
        .filter(text -> text.contains("\"Statement\""))
        .flatMap(Grant::of);
  }

  /** Services get access only to what is made for them; a new resource refuses nothing anew. */
  private void compare(ResourceChange resource, Set<Grant> before, Set<Grant> after) {
    Set<Grant> told = new LinkedHashSet<>(after);
    if (resource.action() == ResourceChange.Action.CREATE) {
      told.removeIf(grant -> grant.isOfService() || !grant.isAllowed());
    }
    String role = Json.text(resource.before().getOrDefault("role", resource.after().get("role")));
    String holder = role.isEmpty() ? resource.title() : "role " + role;
    said.addAll(new PolicyChanges(holder, before, told).said());
  }

  private static void count(Map<String, Integer> counts, ResourceChange resource) {
    counts.merge(ResourceTypes.noun(resource.type()), 1, Integer::sum);
  }

  /** Returns all sentences. */
  List<Said> all() {
    List<Said> all = new ArrayList<>(said);
    addCounts(all, deleted, Effect.DESTROYS, " deleted");
    addCounts(all, updated, Effect.NONE, " changed without an effect on access or data");
    addCounts(all, created, Effect.NONE, " created");
    return all;
  }

  private static void addCounts(
      List<Said> all, Map<String, Integer> counts, Effect effect, String end) {
    if (counts.isEmpty()) {
      return;
    }
    int number = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<String> parts =
        counts.entrySet().stream().map(one -> one.getValue() + " × " + one.getKey()).toList();
    String verb = number == 1 ? " is" : " are";
    all.add(
        new Said(
            effect, Quantity.of(number, "resource") + verb + end + ": " + Enumeration.of(parts)));
  }
}
