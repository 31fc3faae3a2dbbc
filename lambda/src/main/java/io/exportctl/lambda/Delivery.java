package io.exportctl.lambda;

/**
 * One delivery of a message about a key.
 *
 * @param redelivered true if an earlier delivery may have left work half done
 */
record Delivery(String key, boolean redelivered) {}
