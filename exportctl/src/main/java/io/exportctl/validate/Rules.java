package io.exportctl.validate;

import java.util.List;

/**
 * The rules that no schema can express, most of them across files. What is wrong with a file as
 * YAML is found before them by the yaml package, and what its schema refuses by {@link Schemas}.
 */
final class Rules {

  static final List<Rule> ALL =
      List.of(
          new NameFileMismatch(),
          new DuplicateName(),
          new DerivedName(),
          new BucketClash(),
          new TargetIsOurs(),
          new UserPrefix(),
          new AlarmRegion(),
          new UserPolicy(),
          new BucketPolicy(),
          new DuplicateUser(),
          new AdministratorRole(),
          new SsoRole(),
          new OwnAccountRole(),
          new SharedPaperwork(),
          new ReviewDate());

  private Rules() {}
}
