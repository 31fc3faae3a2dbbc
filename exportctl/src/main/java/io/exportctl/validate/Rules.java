package io.exportctl.validate;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.kind.BucketClash;
import io.exportctl.kind.DerivedName;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import io.exportctl.kind.MissingSection;
import io.exportctl.kind.OtherPartition;
import io.exportctl.kind.UnlistedAccount;
import io.exportctl.kind.UserPolicy;
import io.exportctl.rule.AlarmRegion;
import io.exportctl.rule.DuplicateAccount;
import io.exportctl.rule.DuplicateName;
import io.exportctl.rule.DuplicateTag;
import io.exportctl.rule.DuplicateUser;
import io.exportctl.rule.ExampleValue;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FormerName;
import io.exportctl.rule.NameFileMismatch;
import io.exportctl.rule.ReviewDate;
import io.exportctl.rule.SharedPaperwork;
import io.exportctl.rule.UnusedRemoval;
import io.exportctl.rule.UserPrefix;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.schema.Schemas;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules beyond the schemas: first those of all kinds, then those of each kind. The package yaml
 * reports faults of the YAML, and {@link Schemas} values that a schema refuses.
 */
final class Rules {

  private static final List<FileRule> SHARED_IN_FILE =
      List.of(
          new MissingSection(),
          new DerivedName(),
          new BucketClash(),
          new ExampleValue(),
          new ReviewDate());

  private static final List<WorkspaceRule> SHARED_ACROSS_FILES =
      List.of(
          new UserPolicy(),
          new AlarmRegion(),
          new DuplicateTag(),
          new OtherPartition(),
          new DuplicateAccount(),
          new UnlistedAccount(),
          new NameFileMismatch(),
          new DuplicateName(),
          new FormerName(),
          new UnusedRemoval(),
          new SharedPaperwork());

  private static final Map<DatasetKind, List<FileRule>> IN_FILE = inFile();

  static final List<WorkspaceRule> ACROSS_FILES = acrossFiles();

  private Rules() {}

  /** Returns the rules for a single file of a kind. */
  static List<FileRule> inFile(DatasetKind kind) {
    return IN_FILE.get(kind);
  }

  private static Map<DatasetKind, List<FileRule>> inFile() {
    Map<DatasetKind, List<FileRule>> rules = new EnumMap<>(DatasetKind.class);
    for (Kind kind : Kinds.all()) {
      List<FileRule> all = new ArrayList<>(SHARED_IN_FILE);
      all.add(new UserPrefix(kind.userKeys()));
      all.add(new DuplicateUser(kind.userKeys()));
      all.addAll(kind.fileRules());
      rules.put(kind.id(), List.copyOf(all));
    }
    return rules;
  }

  private static List<WorkspaceRule> acrossFiles() {
    List<WorkspaceRule> rules = new ArrayList<>(SHARED_ACROSS_FILES);
    for (Kind kind : Kinds.all()) {
      rules.addAll(kind.workspaceRules());
    }
    return List.copyOf(rules);
  }
}
