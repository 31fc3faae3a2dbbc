package io.exportctl.dataset;

/**
 * A command that shows whether a dataset works.
 *
 * @param by the role, or the owner of a bucket, that runs the command
 * @param writes true if the command writes a file, false if it lists files
 * @param url S3 URL of the file or folder
 */
public record TestCommand(String by, boolean writes, String url) {}
