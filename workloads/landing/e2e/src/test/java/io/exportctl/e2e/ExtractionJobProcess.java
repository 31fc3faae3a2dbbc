package io.exportctl.e2e;

import io.exportctl.cli.Cli;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * The job in a service's namespace. Its environment is that of the printed manifest; the secrets
 * that it names are those of the printed Terraform, and of a database.
 */
final class ExtractionJobProcess {

  private static final Path JAR =
      ExampleWorkspace.REPOSITORY.resolve("workloads/landing/extractor/target/extractor.jar");

  /** Account of the namespace's roles. */
  private static final String ACCOUNT = "754256621582";

  private static final int MINUTES = 5;

  private final Path root;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * Reads the printed manifest.
   *
   * @param aws variables for clients of AWS
   */
  ExtractionJobProcess(Path root, String dataset, int port, Map<String, String> aws) {
    this.root = root;
    Map<String, Map<String, String>> secrets = new TreeMap<>();
    secrets.put(
        "rds-postgresql-instance-output",
        Map.of(
            "rds_instance_address", "localhost",
            "database_name", "postgres",
            "database_username", "postgres",
            "database_password", "postgres"));
    secrets.put(
        "analytical-platform-reporting-s3-bucket-" + dataset.replace('_', '-'),
        secret(print(dataset, "terraform", "--account", ACCOUNT)));
    secrets.put(dataset.replace('_', '-') + "-hash-key", Map.of("key", "k".repeat(64)));
    environment.putAll(aws);
    for (Map<String, Object> variable : variables(print(dataset, "kubernetes"))) {
      environment.put(variable.get("name").toString(), value(variable, secrets));
    }
    environment.put("PGPORT", Integer.toString(port));
    environment.put("PGSSLMODE", "disable");
  }

  private String print(String dataset, String format, String... options) {
    List<String> command =
        new ArrayList<>(List.of("handshake", "landing/" + dataset, "--format", format));
    command.addAll(List.of(options));
    return Cli.in(root).run(command.toArray(String[]::new)).out();
  }

  /** Returns the texts of the secret's data in the Terraform of the namespace. */
  private static Map<String, String> secret(String terraform) {
    Map<String, String> data = new TreeMap<>();
    Matcher line =
        Pattern.compile(
                "^    (destination_bucket|platform_role_arn) += \"(.*)\"$", Pattern.MULTILINE)
            .matcher(terraform);
    while (line.find()) {
      data.put(line.group(1), line.group(2));
    }
    return data;
  }

  private static List<Map<String, Object>> variables(String manifest) {
    Object node = new Yaml().load(manifest);
    for (String key : List.of("spec", "jobTemplate", "spec", "template", "spec", "containers")) {
      node = ((Map<?, ?>) node).get(key);
    }
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> variables =
        (List<Map<String, Object>>) ((Map<?, ?>) ((List<?>) node).get(0)).get("env");
    return variables;
  }

  private static String value(
      Map<String, Object> variable, Map<String, Map<String, String>> secrets) {
    if (variable.get("value") != null) {
      return variable.get("value").toString();
    }
    Map<?, ?> reference = (Map<?, ?>) ((Map<?, ?>) variable.get("valueFrom")).get("secretKeyRef");
    return secrets.get(reference.get("name")).get(reference.get("key"));
  }

  String destination() {
    return environment.get("S3_DESTINATION");
  }

  String role() {
    return environment.get("S3_ROLE_ARN");
  }

  /**
   * Starts the job.
   *
   * @param changed variables with other values than in the manifest
   */
  Run start(Map<String, String> changed) throws IOException {
    Path log = Files.createTempFile(root, "extractor", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                JAR.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().putAll(changed);
    return new Run(builder.start(), log);
  }

  /** A run of the job. */
  record Run(Process process, Path file) {

    boolean isAlive() {
      return process.isAlive();
    }

    /** Waits for the end, and returns the exit code. */
    int end() throws InterruptedException, IOException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the extractor did not end:\n" + log());
      }
      return process.exitValue();
    }

    String log() throws IOException {
      return Files.readString(file);
    }
  }
}
