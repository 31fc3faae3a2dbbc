package io.exportctl.dataset;

/**
 * Access of one user to one name in the call of the module for users: a folder of the export
 * bucket, a bucket, a database or a table.
 *
 * @param user name of the user's role
 */
public record Grant(String user, String name) {}
