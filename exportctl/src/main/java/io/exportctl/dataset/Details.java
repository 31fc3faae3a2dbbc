package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys that datasets of every kind may have and that mean the same in each: the stage in its life,
 * and words for people.
 *
 * @param description a line about the data and its purpose
 * @param owner the team that answers for the dataset
 * @param contact e-mail address of the owner, or a link
 * @param formerName name before a renaming, from which the state of Terraform moves
 */
public record Details(
    DatasetState state,
    Optional<String> description,
    Optional<String> owner,
    Optional<String> contact,
    Optional<String> formerName) {

  /** An active dataset without words for people. */
  public static final Details NONE =
      new Details(
          DatasetState.ACTIVE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The keys, sorted. */
  public static final List<String> KEYS =
      List.of("contact", "description", "owner", "renamed_from", "state");

  /** Reads the keys of a valid document; a missing state is {@code ACTIVE}. */
  public static Details of(YamlDocument valid) {
    Fields fields = Fields.of(valid);
    return new Details(
        stateOf(valid),
        fields.optionalText("description"),
        fields.optionalText("owner"),
        fields.optionalText("contact"),
        fields.optionalText("renamed_from"));
  }

  /** Returns the state of a document, valid or not; {@code ACTIVE} if it names none. */
  public static DatasetState stateOf(YamlDocument document) {
    return document
        .text("state")
        .flatMap(word -> DatasetState.of(word.text()))
        .orElse(DatasetState.ACTIVE);
  }

  /** Returns the facts that {@code show} prints; empty for an active dataset without the keys. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    if (state != DatasetState.ACTIVE) {
      facts.add(Fact.of("state", state + ": " + state.meaning()));
    }
    description.ifPresent(text -> facts.add(Fact.of("description", text)));
    owner.ifPresent(team -> facts.add(Fact.of("owner", team)));
    contact.ifPresent(address -> facts.add(Fact.of("contact", address)));
    formerName.ifPresent(name -> facts.add(Fact.of("renamed from", name)));
    return List.copyOf(facts);
  }

  /** Returns true if the file names an owner or a contact. */
  public boolean hasPeople() {
    return owner.isPresent() || contact.isPresent();
  }
}
