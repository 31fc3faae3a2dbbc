package io.exportctl.dataset;

/**
 * A command that shows whether a dataset works.
 *
 * @param by who runs it, a role or the owner of a bucket
 * @param writes whether it puts a file there, else it lists
 * @param url where, of S3
 */
public record TestCommand(String by, boolean writes, String url) {}
