package io.exportctl.benchmarks;

import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Other programs that validate YAML against a schema. npm packages are installed below {@code
 * target/} in the versions of {@code benchmarks/peers}; Python packages must be installed.
 *
 * @param python the interpreter itself, not a script that looks for one
 */
record Peers(Path modules, Path script, Optional<String> python) {

  static final String SOURCEMETA = "sourcemeta jsonschema";
  static final String AJV = "ajv-cli";
  static final String PYTHON = "python3-jsonschema";

  /**
   * Installs the peers.
   *
   * @param home the folder of the module exportctl
   */
  static Peers install(Path home) throws IOException {
    Path source = home.resolve("benchmarks/peers");
    Path folder = Files.createDirectories(home.resolve("target/peers"));
    Path lock = folder.resolve("package-lock.json");
    boolean current =
        Files.exists(folder.resolve("node_modules/.package-lock.json"))
            && Files.mismatch(source.resolve("package-lock.json"), lock) == -1;
    for (String file : Folders.names(source, "")) {
      Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Command.find("npm").isEmpty()) {
      System.err.println("validate: npm is not on the PATH; its programs are left out");
    } else if (!current) {
      System.err.println("validate: installing ajv-cli and @sourcemeta/jsonschema with npm");
      Command.in(folder).run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").orFail();
    }
    return new Peers(folder.resolve("node_modules"), folder.resolve("validate.py"), python(home));
  }

  private static Optional<String> python(Path home) {
    if (Command.find("python3").isPresent()) {
      Command.Result found =
          Command.in(home)
              .run(
                  "python3",
                  "-c",
                  "import jsonschema, sys, yaml; yaml.CSafeLoader; print(sys.executable)");
      if (found.status() == 0) {
        return Optional.of(found.out().strip());
      }
    }
    System.err.println(
        "validate: python3 with jsonschema and PyYAML's C loader is missing, and left out; `apt-get"
            + " install python3-jsonschema python3-yaml`, or pip");
    return Optional.empty();
  }

  /** Returns the available peers for a folder of files with a common schema. */
  List<Contender> contenders(Path schema, Path files) {
    List<Contender> contenders = new ArrayList<>();
    Path sourcemeta =
        modules.resolve("@sourcemeta/jsonschema/build/github-releases").resolve(binary());
    if (Files.exists(sourcemeta)) {
      contenders.add(contender(SOURCEMETA, sourcemeta, "validate", schema, files));
    }
    Path ajv = modules.resolve(".bin/ajv");
    if (Files.exists(ajv)) {
      contenders.add(
          contender(
              AJV,
              ajv,
              "validate",
              "--strict=false",
              "--validate-formats=false",
              "-s",
              schema,
              "-d",
              files + "/*.yaml"));
    }
    python.ifPresent(program -> contenders.add(contender(PYTHON, program, script, schema, files)));
    return List.copyOf(contenders);
  }

  private static Contender contender(String name, Object... line) {
    return Contender.of(name, List.of(line).stream().map(String::valueOf).toList(), Map.of());
  }

  /** Returns the path of the native program, which npm would start through Node. */
  private static String binary() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return "jsonschema-"
        + (system.startsWith("mac") ? "darwin" : "linux")
        + (arm ? "-arm64" : "-x86_64");
  }
}
