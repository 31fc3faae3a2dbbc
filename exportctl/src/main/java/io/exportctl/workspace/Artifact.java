package io.exportctl.workspace;

/**
 * File that the program of a kind is made of, and that Terraform uploads: a zip, a jar.
 *
 * @param name its file name, under which it is also uploaded
 * @param description a noun phrase for people
 * @param module the folder of the repository that builds it
 */
public record Artifact(String name, String description, String module) {}
