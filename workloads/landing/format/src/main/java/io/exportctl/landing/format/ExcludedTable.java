package io.exportctl.landing.format;

/**
 * A table that was left out.
 *
 * @param name with its schema
 * @param by the setting or pattern that left it out
 */
public record ExcludedTable(String name, String by) {}
