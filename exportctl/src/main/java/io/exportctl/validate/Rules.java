package io.exportctl.validate;

import java.util.List;

/**
 * The rules that no schema can express. What is wrong with a file as YAML is found before them by
 * the yaml package, and what its schema refuses by {@link Schemas}.
 */
final class Rules {

  static final List<FileRule> IN_FILE =
      List.of(
          new DerivedName(),
          new BucketClash(),
          new UserPrefix(),
          new BucketPolicy(),
          new DuplicateUser(),
          new EachRole(List.of(new AdministratorRole(), new SsoRole(), new OwnAccountRole())),
          new ReviewDate());

  static final List<WorkspaceRule> ACROSS_FILES =
      List.of(
          new UserPolicy(),
          new AlarmRegion(),
          new NameFileMismatch(),
          new DuplicateName(),
          new TargetIsOurs(),
          new SharedPaperwork());

  private Rules() {}
}
