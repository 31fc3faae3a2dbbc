package io.exportctl.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for files, each with its severity. A rule's id is a kebab-case noun for the fault and
 * never changes.
 */
public enum RuleId {
  ADMINISTRATOR_ROLE(Severity.WARNING),
  AIRFLOW_SCHEMA(Severity.ERROR),
  ALARM_REGION(Severity.ERROR),
  ALIAS(Severity.ERROR),
  AMBIGUOUS_VALUE(Severity.WARNING),
  BUCKET_CLASH(Severity.ERROR),
  BYTE_ORDER_MARK(Severity.ERROR),
  CATALOGUE_CLASH(Severity.ERROR),
  COLUMN_FORMAT(Severity.ERROR),
  COLUMN_NAME_RESERVED(Severity.ERROR),
  CONTROL_CHARACTER(Severity.ERROR),
  DERIVED_NAME(Severity.ERROR),
  DUPLICATE_ACCOUNT(Severity.ERROR),
  DUPLICATE_ENTRY(Severity.ERROR),
  DUPLICATE_KEY(Severity.ERROR),
  DUPLICATE_NAME(Severity.ERROR),
  DUPLICATE_TAG(Severity.ERROR),
  DUPLICATE_USER(Severity.WARNING),
  EMPTY_FILE(Severity.ERROR),
  EMPTY_LIST(Severity.ERROR),
  ENVIRONMENT_MISMATCH(Severity.WARNING),
  EXCLUSIVE_KEYS(Severity.ERROR),
  FILE_TOO_LARGE(Severity.ERROR),
  FORMER_NAME(Severity.ERROR),
  INVALID_IGNORE(Severity.ERROR),
  INVALID_VALUE(Severity.ERROR),
  KEY_SOURCE(Severity.ERROR),
  LINK_PATTERN(Severity.ERROR),
  MISSING_ACCOUNT(Severity.WARNING),
  MISSING_KEY(Severity.ERROR),
  MISSING_PLACEHOLDER(Severity.ERROR),
  MISSING_SECTION(Severity.ERROR),
  MODE_KEY(Severity.ERROR),
  MULTIPLE_DOCUMENTS(Severity.ERROR),
  NAME_FILE_MISMATCH(Severity.ERROR),
  NESTING_TOO_DEEP(Severity.ERROR),
  NO_WRITER(Severity.WARNING),
  NOT_UTF_8(Severity.ERROR),
  OTHER_PARTITION(Severity.ERROR),
  OWN_ACCOUNT_ROLE(Severity.WARNING),
  PLACEHOLDER(Severity.ERROR),
  POLICY_NEARLY_FULL(Severity.WARNING),
  POLICY_TOO_LARGE(Severity.ERROR),
  PREFER_WITHOUT_LATEST(Severity.ERROR),
  REVIEW_DUE(Severity.WARNING),
  REVIEW_OVERDUE(Severity.ERROR),
  REVIEW_TOO_FAR(Severity.ERROR),
  SENSITIVE_WITHOUT_REDACTED(Severity.WARNING),
  SHARED_PAPERWORK(Severity.WARNING),
  SOURCE_IS_OURS(Severity.ERROR),
  SSO_ROLE(Severity.WARNING),
  STRAY_FILE(Severity.ERROR),
  TABLE_IN_USE(Severity.ERROR),
  TABLE_NAME_CONFLICT(Severity.ERROR),
  TARGET_IS_OURS(Severity.ERROR),
  UNKNOWN_KEY(Severity.ERROR),
  UNKNOWN_PLACEHOLDER(Severity.ERROR),
  UNKNOWN_TIME_ZONE(Severity.ERROR),
  UNLISTED_ACCOUNT(Severity.ERROR),
  UNREADABLE_FILE(Severity.ERROR),
  UNRETIRED_REMOVAL(Severity.ERROR),
  UNUSED_IGNORE(Severity.WARNING),
  UNUSED_REMOVAL(Severity.WARNING),
  USER_PREFIX(Severity.ERROR),
  WRONG_TYPE(Severity.ERROR),
  YAML_SYNTAX(Severity.ERROR),
  YAML_TAG(Severity.ERROR);

  private final Severity severity;

  RuleId(Severity severity) {
    this.severity = severity;
  }

  /** Returns the severity, unless {@code --strict} makes warnings errors. */
  public Severity severity() {
    return severity;
  }

  /**
   * Returns true if the rule looks at today's date. Such a finding does not stop {@code render}:
   * the same files give the same Terraform on every day, and one overdue review does not stop the
   * deploys of all.
   */
  boolean dependsOnDate() {
    return this == REVIEW_DUE || this == REVIEW_OVERDUE || this == REVIEW_TOO_FAR;
  }

  /** Returns the id in messages, comments and documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the rule with this id. */
  public static Optional<RuleId> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
