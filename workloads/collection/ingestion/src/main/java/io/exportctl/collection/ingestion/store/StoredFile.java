package io.exportctl.collection.ingestion.store;

/**
 * A file of a store.
 *
 * @param path below the store's root
 * @param modified time of its last change in milliseconds since 1970
 */
public record StoredFile(String path, long modified) {}
