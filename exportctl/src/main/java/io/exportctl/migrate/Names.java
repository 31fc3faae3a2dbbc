package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Adoption;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;

/**
 * Updates the name of a dataset if everything in AWS keeps its name; otherwise leaves it to a
 * person.
 *
 * @param name the new file's name
 */
record Names(Adoption adoption, String name) implements Step {

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    return document
        .text("name")
        .filter(old -> !old.text().equals(name))
        .flatMap(old -> outcome(document, old))
        .stream()
        .toList();
  }

  private Optional<Outcome> outcome(YamlDocument document, YamlNode.Scalar old) {
    if (adoption.isSameInAws().test(old.text(), name)) {
      return new YamlEdits(document)
          .text(old, name)
          .map(edit -> Outcome.Fixed.of(old.span(), List.of(edit), quote(old.text()), name));
    }
    String things = adoption.namedAfterIt();
    return Optional.of(
        new Outcome.Question(
            old.span(),
            List.of(),
            RuleId.INVALID_VALUE,
            quote(old.text())
                + " is not a valid dataset name, and another name changes its "
                + things,
            "choose a name, such as "
                + name
                + "; tell its users and the other side the new "
                + things));
  }
}
