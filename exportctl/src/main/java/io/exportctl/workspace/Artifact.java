package io.exportctl.workspace;

/**
 * Program file of a kind that Terraform uploads, such as a zip or a jar.
 *
 * @param name the file name, which is also its name in AWS
 * @param description a noun phrase for people
 * @param module the folder of the repository that builds it
 * @param isBundled true if every installation has it; false if it is a download of its own
 */
public record Artifact(String name, String description, String module, boolean isBundled) {}
