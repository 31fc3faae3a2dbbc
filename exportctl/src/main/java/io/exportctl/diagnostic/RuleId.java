package io.exportctl.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every rule that something in a file can break: its id, a kebab-case noun of the fault that never
 * changes, and how much it weighs.
 */
public enum RuleId {
  ADMINISTRATOR_ROLE(Severity.WARNING),
  ALARM_REGION(Severity.ERROR),
  ALIAS(Severity.ERROR),
  AMBIGUOUS_VALUE(Severity.WARNING),
  BUCKET_CLASH(Severity.ERROR),
  BYTE_ORDER_MARK(Severity.ERROR),
  CONTROL_CHARACTER(Severity.ERROR),
  DERIVED_NAME(Severity.ERROR),
  DUPLICATE_ENTRY(Severity.ERROR),
  DUPLICATE_KEY(Severity.ERROR),
  DUPLICATE_NAME(Severity.ERROR),
  DUPLICATE_USER(Severity.WARNING),
  EMPTY_FILE(Severity.ERROR),
  EMPTY_LIST(Severity.ERROR),
  FILE_TOO_LARGE(Severity.ERROR),
  INVALID_IGNORE(Severity.ERROR),
  INVALID_VALUE(Severity.ERROR),
  MISSING_KEY(Severity.ERROR),
  MULTIPLE_DOCUMENTS(Severity.ERROR),
  NAME_FILE_MISMATCH(Severity.ERROR),
  NESTING_TOO_DEEP(Severity.ERROR),
  NOT_UTF_8(Severity.ERROR),
  OWN_ACCOUNT_ROLE(Severity.WARNING),
  PLACEHOLDER(Severity.ERROR),
  POLICY_NEARLY_FULL(Severity.WARNING),
  POLICY_TOO_LARGE(Severity.ERROR),
  REVIEW_DUE(Severity.WARNING),
  REVIEW_OVERDUE(Severity.ERROR),
  SHARED_PAPERWORK(Severity.WARNING),
  SSO_ROLE(Severity.WARNING),
  STRAY_FILE(Severity.ERROR),
  TARGET_IS_OURS(Severity.ERROR),
  UNKNOWN_KEY(Severity.ERROR),
  UNREADABLE_FILE(Severity.ERROR),
  UNUSED_IGNORE(Severity.WARNING),
  USER_PREFIX(Severity.ERROR),
  WRONG_TYPE(Severity.ERROR),
  YAML_SYNTAX(Severity.ERROR),
  YAML_TAG(Severity.ERROR);

  private final Severity severity;

  RuleId(Severity severity) {
    this.severity = severity;
  }

  /** What it weighs, unless warnings are asked to stop a deploy too. */
  public Severity severity() {
    return severity;
  }

  /** As it is written in messages, comments and documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RuleId> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
