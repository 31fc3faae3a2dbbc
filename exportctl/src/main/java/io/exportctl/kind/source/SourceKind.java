package io.exportctl.kind.source;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kind;
import io.exportctl.kind.NamedUser;
import io.exportctl.kind.PlatformSection;
import io.exportctl.kind.UserAccess;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.WorkspaceRule;
import java.util.List;
import java.util.Optional;

/** The kind that keeps data from outside in tables behind an API. */
public final class SourceKind implements Kind {

  private static final List<FileRule> FILE_RULES =
      List.of(
          new ExclusiveKeys(),
          new ModeKeys(),
          new AirflowSchema(),
          new LinkPattern(),
          new ColumnNames(),
          new ColumnSettings());

  @Override
  public DatasetKind id() {
    return DatasetKind.SOURCE;
  }

  @Override
  public Dataset read(Fields valid) {
    return SourceDataset.from(valid);
  }

  /** Adds the length that the service takes for a name. */
  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(
        new AwsName("dataset", name, 40), new AwsName("alarm", SourceNames.staleAlarm(name), 255));
  }

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply takes the config object away, and the service stops fetching and"
        + " serving; the data stay";
  }

  @Override
  public String closure(String name, Platform platform) {
    return "its table and raw files stay; the service neither fetches nor serves, and nobody may upload";
  }

  @Override
  public List<FileRule> fileRules() {
    return FILE_RULES;
  }

  @Override
  public List<WorkspaceRule> workspaceRules() {
    return List.of(new TableInUse());
  }

  /** Returns the users with the folder of the raw files, which their policy names. */
  @Override
  public List<NamedUser> namedUsers(FileValues file) {
    return file.values("schema").stream()
        .map(schema -> SourceNames.folder(schema.text()))
        .flatMap(folder -> file.users().stream().map(user -> new NamedUser(user, folder)))
        .toList();
  }

  @Override
  public Optional<UserAccess> userAccess() {
    return Optional.of(new SourceAccess());
  }

  @Override
  public Optional<PlatformSection> platformSection() {
    return Optional.of(new SourceSection());
  }
}
