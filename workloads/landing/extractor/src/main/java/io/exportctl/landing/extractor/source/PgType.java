package io.exportctl.landing.extractor.source;

/**
 * A row of pg_type.
 *
 * @param kind typtype: {@code b} for base types, {@code d} for domains, {@code e} for enums
 * @param base type of a domain, otherwise 0
 * @param baseModifier type modifier of a domain, or -1
 * @param element type of a true array's elements, otherwise 0
 * @param builtIn true in the schema pg_catalog
 */
record PgType(
    long oid, String name, char kind, long base, int baseModifier, long element, boolean builtIn) {}
