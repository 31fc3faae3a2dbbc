package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.text.NearestWord;
import io.exportctl.yaml.edit.YamlEdits;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a time zone that the IANA database does not have. */
final class TimeZones implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.UNKNOWN_TIME_ZONE);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (Value zone : file.values("time_zone")) {
      if (!ZoneId.getAvailableZoneIds().contains(zone.text())) {
        found.accept(diagnose(zone));
      }
    }
  }

  private static Diagnostic diagnose(Value zone) {
    Diagnostic found =
        zone.diagnose(
            RuleId.UNKNOWN_TIME_ZONE,
            quote(zone.text()) + " is not a time zone, expected a name of the IANA database");
    Optional<NearestWord> meant = NearestWord.of(zone.text(), ZoneId.getAvailableZoneIds());
    if (meant.isEmpty()) {
      return found.withHelp("write a name such as UTC or Europe/London");
    }
    Diagnostic helped = found.withHelp("did you mean " + quote(meant.get().text()) + "?");
    return new YamlEdits(zone.file().document())
        .text(zone.scalar(), meant.get().text())
        .map(edit -> helped.withFix(YamlEdits.rewrite(edit, false)))
        .orElse(helped);
  }
}
