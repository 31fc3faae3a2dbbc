package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.RuleContext;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Mapping;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports columns that a table cannot have: with the name of a column that it has anyway, twice the
 * same, or with more decimals than digits.
 */
final class ColumnNames implements FileRule {

  private static final Set<String> RESERVED =
      Set.of("id", "operation", "last_modified", "export_date", "value");

  private static final Pattern DECIMAL = Pattern.compile("decimal\\(([0-9]{1,2}),([0-9]{1,2})\\)");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.COLUMN_NAME_RESERVED, RuleId.DUPLICATE_ENTRY, RuleId.INVALID_VALUE);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    YamlDocument document = file.file().document();
    Map<String, Scalar> firsts = new HashMap<>();
    for (Mapping column : new ColumnEntries(document).all()) {
      Optional<Scalar> name = ColumnEntries.text(column, "name");
      if (name.isPresent()) {
        Scalar first = firsts.putIfAbsent(name.get().text(), name.get());
        check(document, name.get(), Optional.ofNullable(first)).ifPresent(found);
      }
      ColumnEntries.text(column, "type").flatMap(type -> decimals(document, type)).ifPresent(found);
    }
  }

  private static Optional<Diagnostic> check(
      YamlDocument document, Scalar name, Optional<Scalar> first) {
    if (RESERVED.contains(name.text())) {
      return Optional.of(
          Diagnostic.of(
                  document.location(name),
                  RuleId.COLUMN_NAME_RESERVED,
                  quote(name.text()) + " is a column that every table has, expected another name")
              .withHelp(
                  "choose another name than id, operation, last_modified, export_date and value"));
    }
    return first.map(
        other ->
            Diagnostic.of(
                    document.location(name),
                    RuleId.DUPLICATE_ENTRY,
                    quote(name.text()) + " is listed again, first in line " + other.span().line())
                .withHelp("remove this column, or give it another name"));
  }

  private static Optional<Diagnostic> decimals(YamlDocument document, Scalar type) {
    Matcher decimal = DECIMAL.matcher(type.text());
    if (!decimal.matches()
        || Integer.parseInt(decimal.group(2)) <= Integer.parseInt(decimal.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.of(
                document.location(type),
                RuleId.INVALID_VALUE,
                quote(type.text())
                    + " has more decimals than digits, expected at most "
                    + decimal.group(1))
            .withHelp("write the number of all digits first, such as decimal(18,2)"));
  }
}
