package io.exportctl.dataset;

/**
 * Permission of a party to do something with a dataset.
 *
 * @param deed text to follow "may", with the dataset's name: {@code read probation_caseload}
 * @param receives true if data reaches the account of the party by it, or a program elsewhere
 */
public record Permission(Party party, String deed, boolean receives) {}
