package io.exportctl.kind;

import io.exportctl.rule.FileValues.Value;

/**
 * A user in a file, with the name that the file gives access to.
 *
 * @param name a dataset, or a part of one, as {@link UserAccess#size} takes it
 */
public record NamedUser(Value user, String name) {}
