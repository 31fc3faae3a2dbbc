package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonNumber;
import io.exportctl.collection.json.JsonOutput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a normalised record: names and strings sanitised, names sorted, numbers in one form; rules
 * 25 to 34 of docs/collection.md. It also takes the values of the columns on its way. Not safe for
 * use by several threads.
 */
final class RecordWriter {

  private static final Object[] NO_COLUMNS = {};
  private static final Comparator<Member> ORDER =
      (one, other) -> one.name().compareTo(other.name());

  /** A member of an object. */
  private record Member(OutputName name, Object value) {}

  private final JsonOutput output = new JsonOutput();
  private final OutputName.Cache names;
  private final Steps steps;
  private final List<Column> columns;
  private final ColumnPaths paths;

  private Object[] values = NO_COLUMNS;
  private int mismatches;

  RecordWriter(Steps steps, List<Column> columns) {
    this.names = new OutputName.Cache(steps);
    this.steps = steps;
    this.columns = columns;
    this.paths = columns.isEmpty() ? ColumnPaths.NONE : ColumnPaths.of(columns);
  }

  /**
   * Writes a record, after which the other methods return its parts.
   *
   * @throws RejectedException if a number is beyond the range of a double
   */
  void write(Map<String, Object> record) throws RejectedException {
    output.clear();
    mismatches = 0;
    values = columns.isEmpty() ? NO_COLUMNS : new Object[columns.size()];
    try {
      object(record, paths);
    } catch (JsonException e) {
      throw RejectedException.of(e);
    }
  }

  /** Returns the record's JSON text in UTF-8. */
  byte[] text() {
    return output.toBytes();
  }

  Object[] columns() {
    return values;
  }

  int columnMismatches() {
    return mismatches;
  }

  private void object(Map<?, ?> object, ColumnPaths below) throws JsonException {
    Member[] members = new Member[object.size()];
    int count = 0;
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      members[count++] = new Member(names.get((String) entry.getKey()), entry.getValue());
    }
    Arrays.sort(members, ORDER);
    output.character('{');
    boolean isFirst = true;
    for (int index = 0; index < count; index++) {
      Member member = members[index];
      // The sort is stable: of names that have become equal, the last wins.
      if (index + 1 < count && ORDER.compare(member, members[index + 1]) == 0) {
        continue;
      }
      if (!isFirst) {
        output.character(',');
      }
      isFirst = false;
      output.bytes(member.name().json());
      value(member.value(), below.below(member.name().text()));
    }
    output.character('}');
  }

  private void value(Object value, ColumnPaths path) throws JsonException {
    if (value instanceof String text) {
      string(text, path);
    } else if (value instanceof Map<?, ?> object) {
      take(object, path);
      object(object, path);
    } else if (value instanceof List<?> list) {
      take(list, path);
      list(list);
    } else if (value instanceof JsonNumber number) {
      take(number, path);
      output.ascii(number.text());
    } else if (value == null) {
      output.ascii("null");
    } else {
      take(value, path);
      output.ascii(value.toString());
    }
  }

  private void string(String text, ColumnPaths path) {
    String changed = steps.apply(text);
    // Most texts have nothing to sanitise or to escape.
    if (!output.plainString(changed)) {
      changed = Sanitising.apply(changed);
      output.string(changed);
    }
    take(changed, path);
  }

  private void list(List<?> list) throws JsonException {
    output.character('[');
    boolean isFirst = true;
    for (Object element : list) {
      if (!isFirst) {
        output.character(',');
      }
      isFirst = false;
      value(element, ColumnPaths.NONE);
    }
    output.character(']');
  }

  private void take(Object value, ColumnPaths path) {
    for (int index : path.columns()) {
      Optional<Object> fitting = ColumnValue.of(columns.get(index).type(), value);
      values[index] = fitting.orElse(null);
      mismatches += fitting.isPresent() ? 0 : 1;
    }
  }
}
