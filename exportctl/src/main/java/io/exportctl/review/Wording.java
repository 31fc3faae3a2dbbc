package io.exportctl.review;

import io.exportctl.dataset.Destination;
import io.exportctl.dataset.Party;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Platform;
import io.exportctl.text.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Words for people, roles and places.
 *
 * @param platform names of accounts
 */
record Wording(Platform platform) {

  String account(String number) {
    return "account " + platform.account(number);
  }

  String place(Destination place) {
    return "bucket "
        + place.bucket()
        + place.account().map(number -> " of " + account(number)).orElse("");
  }

  /**
   * Returns a sentence for each deed and account, with all parties that do it.
   *
   * @param verb text between the parties and the deed
   */
  List<String> sentences(List<Permission> permissions, String verb) {
    Map<String, List<Party>> parties = new TreeMap<>();
    for (Permission permission : permissions) {
      String group = permission.party().account().orElse("") + verb + permission.deed();
      parties.computeIfAbsent(group, key -> new ArrayList<>()).add(permission.party());
    }
    return parties.entrySet().stream()
        .map(
            group ->
                parties(group.getValue()) + group.getKey().substring(group.getKey().indexOf(verb)))
        .toList();
  }

  /** Names parties of one account, or users. */
  private String parties(List<Party> parties) {
    List<String> names =
        parties.stream()
            .map(Party::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
    Optional<String> account = parties.get(0).account().map(this::account);
    if (account.isEmpty()) {
      return Enumeration.of(names);
    }
    if (names.isEmpty()) {
      return account.get();
    }
    String noun = names.size() == 1 ? "role " : "roles ";
    return noun + Enumeration.of(names) + " of " + account.get();
  }
}
