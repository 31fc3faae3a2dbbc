package io.exportctl.landing.format;

/**
 * A column of a table.
 *
 * @param name in PostgreSQL, which is the key in each line of JSON
 * @param type of the values in JSON
 * @param sourceType in PostgreSQL's words, such as {@code character varying(20)}
 * @param precision of a {@link ColumnType#DECIMAL}, otherwise 0
 * @param scale of a {@link ColumnType#DECIMAL}, otherwise 0
 * @param hashed true if each value was replaced by its HMAC
 * @param comment or an empty text
 */
public record Column(
    String name,
    ColumnType type,
    String sourceType,
    int precision,
    int scale,
    boolean nullable,
    boolean hashed,
    String comment) {}
