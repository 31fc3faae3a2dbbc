package io.exportctl.register;

import io.exportctl.dataset.DatasetState;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Column of the register's tables.
 *
 * @param value returns a cell, which may hold text from users' files
 */
record Column(String title, Function<Entry, String> value) {

  private static final Column NAME = new Column("name", entry -> entry.dataset().name());
  private static final Column KIND = new Column("kind", entry -> entry.dataset().kind().id());
  private static final Column STATE = new Column("state", entry -> entry.details().state().id());
  private static final Column BUCKET = new Column("bucket", Entry::bucket);
  private static final Column ACCOUNTS =
      new Column(
          "accounts", entry -> list(entry.accounts().stream().map(entry.platform()::account)));
  private static final Column REVIEW = new Column("review by", entry -> entry.review().orElse(""));
  private static final Column OWNER =
      new Column("owner", entry -> entry.details().owner().orElse(""));
  private static final Column USERS = new Column("users", entry -> list(entry.users().stream()));

  /** Columns for a program: one value of the file in each, and lists separated by commas. */
  private static final List<Column> ALL =
      List.of(
          NAME,
          KIND,
          STATE,
          BUCKET,
          new Column("accounts", entry -> list(entry.accounts().stream())),
          new Column("review_by", entry -> entry.reviewBy().orElse("")),
          new Column("review_overdue", entry -> String.valueOf(entry.isOverdue())),
          OWNER,
          new Column("contact", entry -> entry.details().contact().orElse("")),
          new Column("description", entry -> entry.details().description().orElse("")),
          USERS,
          new Column("paperwork", entry -> list(paperwork(entry))),
          new Column("file", entry -> entry.location().file()));

  /** Returns the columns for a terminal; the state and the review only if a dataset has one. */
  static List<Column> forTerminal(List<Entry> entries) {
    boolean states = entries.stream().anyMatch(Column::hasState);
    boolean reviews = entries.stream().anyMatch(entry -> entry.reviewBy().isPresent());
    return Stream.of(NAME, KIND, STATE, BUCKET, REVIEW, USERS)
        .filter(column -> states || !column.equals(STATE))
        .filter(column -> reviews || !column.equals(REVIEW))
        .toList();
  }

  /** Returns the columns for a document; those that no dataset fills are left out. */
  static List<Column> forDocument(List<Entry> entries) {
    boolean states = entries.stream().anyMatch(Column::hasState);
    return Stream.of(NAME, KIND, STATE, BUCKET, ACCOUNTS, REVIEW, OWNER, USERS)
        .filter(column -> states || !column.equals(STATE))
        .filter(column -> entries.stream().anyMatch(entry -> !column.of(entry).isEmpty()))
        .toList();
  }

  static List<Column> all() {
    return ALL;
  }

  String of(Entry entry) {
    return value.apply(entry);
  }

  private static boolean hasState(Entry entry) {
    return entry.details().state() != DatasetState.ACTIVE;
  }

  private static Stream<String> paperwork(Entry entry) {
    return entry.file().document().texts("paperwork").stream().map(YamlNode.Scalar::text);
  }

  private static String list(Stream<String> values) {
    return values.collect(Collectors.joining(", "));
  }
}
