package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Known keys below another key, usually because of wrong indentation. Each is reported once, and
 * findings that follow from it are left out.
 */
final class MisplacedKeys {

  private final YamlDocument document;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /** Nodes whose other findings are left out; by identity, as two values may be equal. */
  private final Set<YamlNode> moot = Collections.newSetFromMap(new IdentityHashMap<>());

  private MisplacedKeys(YamlDocument document) {
    this.document = document;
  }

  static MisplacedKeys in(YamlDocument document, SchemaText schema) {
    MisplacedKeys misplaced = new MisplacedKeys(document);
    YamlNode root = document.root().orElse(null);
    if (root instanceof YamlNode.Mapping top && isNested(top)) {
      misplaced.search(top, schema);
    } else if (root instanceof YamlNode.Sequence list) {
      new WrappedKeys(document, schema.keys().required()).reportIn(list, misplaced);
    }
    return misplaced;
  }

  /**
   * Adds a finding.
   *
   * @param held keys that are present at the wrong level
   * @param mootNodes nodes whose other findings are left out
   */
  void add(Diagnostic finding, Collection<String> held, Collection<? extends YamlNode> mootNodes) {
    findings.add(finding);
    keys.addAll(held);
    moot.addAll(mootNodes);
  }

  List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  /** Returns true if a key is present at the wrong level. */
  boolean holds(String key) {
    return keys.contains(key);
  }

  /** Returns true if a finding at a node would only repeat one of these. */
  boolean isMoot(YamlNode node) {
    return moot.contains(node);
  }

  private static boolean isNested(YamlNode.Mapping top) {
    for (YamlNode.Entry entry : top.entries()) {
      if (holdsKeys(entry.value())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsKeys(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Mapping) {
          return true;
        }
      }
    }
    return value instanceof YamlNode.Mapping;
  }

  private void search(YamlNode.Mapping top, SchemaText schema) {
    List<Property> properties = schema.keys().properties();
    Map<String, Property> absent = new HashMap<>();
    properties.forEach(property -> absent.put(property.key(), property));
    Map<String, Property> known = Map.copyOf(absent);
    top.entries().forEach(entry -> absent.remove(entry.key().text()));
    List<YamlNode.Entry> unknown = new ArrayList<>();
    for (YamlNode.Entry entry : top.entries()) {
      Property above = known.get(entry.key().text());
      if (above == null) {
        unknown.add(entry);
      } else {
        List<String> own = schema.property(above.key()).items().keys().names();
        Map<String, Property> elsewhere = new HashMap<>(absent);
        elsewhere.keySet().removeAll(own);
        holders(entry.value()).forEach(holder -> reportBelow(entry, above, holder, elsewhere));
      }
    }
    new WrappedKeys(document, Set.copyOf(absent.keySet())).reportBelow(unknown, this);
  }

  private void reportBelow(
      YamlNode.Entry above,
      Property property,
      YamlNode.Mapping holder,
      Map<String, Property> absent) {
    String dash = above.value() instanceof YamlNode.Sequence ? ", without a dash" : "";
    for (YamlNode.Entry entry : holder.entries()) {
      Property misplaced = absent.get(entry.key().text());
      // A tag may have the name of an optional key.
      if (misplaced == null || (property.takesKeys() && !misplaced.required())) {
        continue;
      }
      keys.add(misplaced.key());
      moot.add(entry.key());
      moot.add(entry.value());
      if (!property.takesKeys()) {
        moot.add(holder);
      }
      findings.add(
          Diagnostic.of(
                  document.location(entry.key()),
                  RuleId.UNKNOWN_KEY,
                  "key "
                      + quote(misplaced.key())
                      + " stands below "
                      + quote(above.key().text())
                      + ", expected in the first column")
              .withHelp("begin the line in the first column" + dash));
    }
  }

  private static Stream<YamlNode.Mapping> holders(YamlNode value) {
    Stream<YamlNode> nodes =
        value instanceof YamlNode.Sequence list ? list.items().stream() : Stream.of(value);
    return nodes.filter(YamlNode.Mapping.class::isInstance).map(YamlNode.Mapping.class::cast);
  }
}
