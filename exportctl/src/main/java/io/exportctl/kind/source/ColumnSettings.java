package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.NestedKeys;
import io.exportctl.rule.RuleContext;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports settings of a column that do not fit its type, formats of dates that cannot be read,
 * names of columns that are not there, and encodings that nobody knows.
 */
final class ColumnSettings implements FileRule {

  private static final String LIST = "text[]";
  private static final Set<String> WITH_FORMAT = Set.of("date", "timestamp");
  private static final Set<String> WORDS = Set.of("day_first", "month_first");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.COLUMN_FORMAT, RuleId.INVALID_VALUE);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    Optional<NestedKeys> keys = file.keys();
    keys.map(all -> all.sections("columns"))
        .orElse(List.of())
        .forEach(column -> checkColumn(column, found));
    keys.ifPresent(all -> checkNamedColumns(all, found));
    keys.flatMap(all -> all.section("fetch"))
        .flatMap(fetch -> fetch.text("date_format"))
        .flatMap(ColumnSettings::unreadable)
        .ifPresent(found);
    keys.flatMap(all -> all.section("parse"))
        .flatMap(parse -> parse.text("encoding"))
        .filter(encoding -> !Charset.isSupported(encoding.text()))
        .map(
            encoding ->
                encoding
                    .diagnose(
                        RuleId.INVALID_VALUE,
                        quote(encoding.text()) + " is not an encoding, expected one such as UTF-8")
                    .withHelp("write a name such as UTF-8, windows-1252 or x-MacRoman"))
        .ifPresent(found);
  }

  /** Reports keys that name a column that is not among those of the file. */
  private static void checkNamedColumns(NestedKeys keys, Consumer<Diagnostic> found) {
    Set<String> names =
        keys.sections("columns").stream()
            .flatMap(column -> column.text("name").stream())
            .map(Value::text)
            .collect(Collectors.toSet());
    if (keys.sections("columns").isEmpty()) {
      return;
    }
    Stream<Value> named =
        keys.sections("aliases").stream().flatMap(alias -> alias.text("by").stream());
    Stream.concat(keys.text("id").stream(), named)
        .filter(column -> !names.contains(column.text()))
        .map(
            column ->
                column
                    .diagnose(
                        RuleId.INVALID_VALUE,
                        quote(column.text())
                            + " is not among the columns, expected the name of one")
                    .withHelp("write the name of a column as \"columns\" has it"))
        .forEach(found);
  }

  private static void checkColumn(NestedKeys column, Consumer<Diagnostic> found) {
    Optional<Value> written = column.text("type");
    if (column.has("type") && written.isEmpty()) {
      return;
    }
    String type = written.map(Value::text).orElse("text");
    if (column.has("format") && !WITH_FORMAT.contains(type)) {
      found.accept(misfit(column, "format", type, "timestamp"));
    } else {
      column.text("format").flatMap(ColumnSettings::unreadable).ifPresent(found);
    }
    if (column.has("split") && !type.equals(LIST)) {
      found.accept(misfit(column, "split", type, LIST));
    } else if (type.equals(LIST) && !column.has("split")) {
      found.accept(
          column
              .diagnose(
                  "type",
                  RuleId.COLUMN_FORMAT,
                  "\"text[]\" has nothing to divide texts by, expected \"split\" beside it")
              .withHelp("add \"split\", such as split: \",\""));
    }
  }

  private static Diagnostic misfit(NestedKeys column, String key, String type, String expected) {
    return column
        .diagnose(
            key,
            RuleId.COLUMN_FORMAT,
            quote(key)
                + " has no effect on the type "
                + quote(type)
                + ", expected "
                + quote(expected))
        .withHelp("remove \"" + key + "\", or change the type");
  }

  /** Reports a format that the service could not read either. */
  private static Optional<Diagnostic> unreadable(Value format) {
    boolean isReadable =
        WORDS.contains(format.text())
            || (format.text().contains("y") && formatter(format.text()).isPresent());
    return isReadable ? Optional.empty() : Optional.of(diagnose(format));
  }

  private static Optional<DateTimeFormatter> formatter(String format) {
    try {
      return Optional.of(DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Diagnostic diagnose(Value format) {
    return format
        .diagnose(
            RuleId.INVALID_VALUE,
            quote(format.text()) + " is not a format of dates, expected one such as yyyy-MM-dd")
        .withHelp("write the year as yyyy or yy, the month as MM and the day as dd");
  }
}
