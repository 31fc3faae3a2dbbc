package io.exportctl.collection.key;

/**
 * Numbers of a key service since its start.
 *
 * @param requests keys asked from the service, without retries
 * @param hits keys answered from the cache, those that cannot be opened among them
 * @param retries requests that were sent again
 * @param refusals requests that ended with a key that cannot be opened
 */
public record KeyCounts(long requests, long hits, long retries, long refusals) {}
