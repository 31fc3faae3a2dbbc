package io.exportctl.dataset;

import java.util.Optional;

/**
 * A bucket on the other side that data is sent to.
 *
 * @param data the data that is sent, in the plural: {@code files of prison_arrivals}
 * @param account number of the account that must own the bucket; empty if any account may
 */
public record Destination(String data, String bucket, Optional<String> account) {}
