package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.json.FieldEncoder;
import io.exportctl.landing.format.Column;
import java.util.function.Supplier;

/**
 * A column that is read.
 *
 * @param expression in SQL
 * @param encoder makes one for a thread
 */
public record SourceColumn(Column column, String expression, Supplier<FieldEncoder> encoder) {}
