package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Reports a schema without an organisation, which the DAG that is told cannot take apart. */
final class AirflowSchema implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.AIRFLOW_SCHEMA);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    boolean isTold =
        file.keys()
            .flatMap(keys -> keys.section("notify"))
            .filter(notify -> notify.has("airflow"))
            .isPresent();
    file.values("schema").stream()
        .filter(schema -> isTold && schema.text().indexOf('.') < 0)
        .map(
            schema ->
                schema
                    .diagnose(
                        RuleId.AIRFLOW_SCHEMA,
                        quote(schema.text())
                            + " names no organisation, expected a name such as hmrc.exporters")
                    .withHelp(
                        "write the organisation, a dot and the dataset, or leave \"airflow\" out"))
        .forEach(found);
  }
}
