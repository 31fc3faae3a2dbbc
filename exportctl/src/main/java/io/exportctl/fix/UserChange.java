package io.exportctl.fix;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Fix;
import io.exportctl.kind.Kinds;
import io.exportctl.validate.Ignore;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.ListEdits;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A change of a user in datasets: rename, remove or add. */
public sealed interface UserChange extends FileChange {

  @Override
  default String subjectOfEdits() {
    return "its users";
  }

  /** Returns the user that at least one dataset must already have, if any. */
  default Optional<String> subject() {
    return Optional.empty();
  }

  /** Renames a user. */
  record Rename(String from, String to) implements UserChange {

    @Override
    public Optional<String> subject() {
      return Optional.of(from);
    }

    @Override
    public String whenDone() {
      return quote(from) + " is not listed";
    }

    @Override
    public Optional<Step> next(YamlDocument document) {
      return Kinds.userKeys().stream().flatMap(key -> next(document, key).stream()).findFirst();
    }

    private Optional<Step> next(YamlDocument document, String key) {
      List<YamlNode.Scalar> users = document.texts(key);
      boolean isThere = users.stream().anyMatch(user -> user.text().equals(to));
      return isThere
          ? removal(
              document,
              key,
              from,
              "removed " + quote(from) + ": " + quote(to) + " is already listed")
          : users.stream()
              .filter(user -> user.text().equals(from))
              .findFirst()
              .map(
                  user ->
                      new Step(
                          user,
                          "renamed " + quote(from) + " to " + quote(to),
                          new YamlEdits(document).text(user, to)));
    }
  }

  /** Takes away a user's access. */
  record Remove(String user) implements UserChange {

    @Override
    public Optional<String> subject() {
      return Optional.of(user);
    }

    @Override
    public String whenDone() {
      return quote(user) + " is not listed";
    }

    @Override
    public Optional<Step> next(YamlDocument document) {
      return Kinds.userKeys().stream()
          .flatMap(key -> removal(document, key, user, "removed " + quote(user)).stream())
          .findFirst();
    }

    @Override
    public Optional<String> objection(YamlDocument document) {
      return Kinds.userKeys().stream()
          .filter(key -> wouldBeEmpty(document.texts(key)))
          .findFirst()
          .map(
              key ->
                  key.equals("users")
                      ? "its only user is " + quote(user) + "; add another, or delete the file"
                      : quote(user) + " is the only one in " + quote(key) + "; remove that key");
    }

    private boolean wouldBeEmpty(List<YamlNode.Scalar> users) {
      return !users.isEmpty() && users.stream().allMatch(one -> one.text().equals(user));
    }
  }

  /** Gives a user access. */
  record Add(String user) implements UserChange {

    @Override
    public String whenDone() {
      return quote(user) + " is listed already";
    }

    @Override
    public Optional<Step> next(YamlDocument document) {
      if (document.texts("users").stream().anyMatch(one -> one.text().equals(user))) {
        return Optional.empty();
      }
      return document
          .mapping()
          .map(
              mapping -> {
                YamlNode users = mapping.get("users").orElse(mapping);
                Optional<Fix.Edit> edit =
                    users instanceof YamlNode.Sequence list
                        ? new ListEdits(document, list).with(user)
                        : Optional.empty();
                return new Step(users, "added " + quote(user), edit);
              });
    }
  }

  private static Optional<Step> removal(
      YamlDocument document, String key, String user, String what) {
    if (!(document.mapping().flatMap(mapping -> mapping.get(key)).orElse(null)
        instanceof YamlNode.Sequence list)) {
      return Optional.empty();
    }
    return IntStream.range(0, list.items().size())
        .filter(
            index ->
                list.items().get(index) instanceof YamlNode.Scalar one && one.text().equals(user))
        .boxed()
        .findFirst()
        .map(
            index ->
                ignored(document, list, index)
                    .orElseGet(
                        () ->
                            new Step(
                                list.items().get(index),
                                what,
                                new ListEdits(document, list).without(index))));
  }

  /** Removes an ignore comment above the entry first: it would then apply to the next entry. */
  private static Optional<Step> ignored(YamlDocument document, YamlNode.Sequence list, int index) {
    YamlNode entry = list.items().get(index);
    return Ignore.in(document).stream()
        .filter(ignore -> ignore.comment().isAlone() && ignore.line() == entry.span().line())
        .filter(ignore -> new ListEdits(document, list).hasOwnLine(index))
        .findFirst()
        .map(
            ignore ->
                new Step(
                    entry,
                    "removed the comment that ignores a warning here",
                    Optional.of(ignore.removal())));
  }
}
