package io.exportctl.doctor;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.git.Program;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the programs that exportctl works with. */
final class ProgramChecks {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
  private static final Pattern REQUIRED =
      Pattern.compile("required_version\\s*=\\s*\">=\\s*([\\d.]+)");

  private final Path folder;
  private final Map<String, String> variables;

  ProgramChecks(Path folder, Map<String, String> variables) {
    this.folder = folder;
    this.variables = new HashMap<>(variables);
    // Keeps Terraform from asking the network for a newer version of itself.
    this.variables.put("CHECKPOINT_DISABLE", "1");
    this.variables.put("LC_ALL", "C");
  }

  /**
   * Checks the version of Terraform.
   *
   * @param versions content of {@code terraform/versions.tf}
   */
  Check terraform(String versions) {
    Matcher found = REQUIRED.matcher(versions);
    String required = found.find() ? found.group(1) : "0.0";
    String help = "install " + required + " or later; plan and apply need it, validate does not";
    Optional<String> version = version("terraform", "version");
    if (version.isEmpty()) {
      return Check.warning("terraform", "not found on the PATH", help);
    }
    return isAtLeast(version.get(), required)
        ? Check.ok("terraform", version.get() + ", at least " + required + " is needed")
        : Check.error("terraform", version.get() + ", expected " + required + " or later", help);
  }

  Check git() {
    return version("git", "--version")
        .map(version -> Check.ok("git", version))
        .orElseGet(
            () ->
                Check.warning(
                    "git",
                    "not found on the PATH",
                    "install it; validate --changed-since needs it"));
  }

  /** Returns the version of a program; empty if it is not installed or prints no version. */
  private Optional<String> version(String program, String question) {
    try {
      Matcher version =
          VERSION.matcher(new Program(program, folder, variables).ask(question).out());
      return version.find() ? Optional.of(version.group()) : Optional.empty();
    } catch (ExportctlException e) {
      return Optional.empty();
    }
  }

  /** Compares two versions part by part, as numbers: 1.9 is before 1.10. */
  static boolean isAtLeast(String version, String required) {
    return Arrays.compare(parts(version), parts(required)) >= 0;
  }

  private static int[] parts(String version) {
    Matcher matcher = VERSION.matcher(version);
    int[] parts = new int[3];
    if (matcher.find()) {
      for (int part = 0; part < parts.length; part++) {
        String digits = matcher.group(part + 1);
        parts[part] = digits == null ? 0 : Integer.parseInt(digits);
      }
    }
    return parts;
  }
}
