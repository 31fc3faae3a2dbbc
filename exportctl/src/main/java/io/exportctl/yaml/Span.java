package io.exportctl.yaml;

/**
 * Where something stands in a document.
 *
 * @param line 1-based
 * @param column 1-based, in code points
 * @param length in code points, within its first line
 */
public record Span(int line, int column, int length) {}
