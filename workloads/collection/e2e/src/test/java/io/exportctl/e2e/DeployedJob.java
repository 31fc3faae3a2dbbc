package io.exportctl.e2e;

import io.exportctl.support.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Runs the program that was deployed, as EMR Serverless does, on this machine's Spark.
 *
 * @param program the module that built it, with the class path of Spark and the keys of the samples
 */
record DeployedJob(Deployment deployment, Path folder, Path program) {

  /** An ended process with its output. */
  record Run(int status, String log) {}

  /**
   * Runs the job of a schedule.
   *
   * @param input the input of the schedule's target
   * @param time the time that the schedule would have given
   */
  Run start(JSONObject input, String time) throws IOException, InterruptedException {
    JSONObject submit = input.getJSONObject("JobDriver").getJSONObject("SparkSubmit");
    Path jar = download(submit.getString("EntryPoint"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(opened(jar));
    command.add("-cp");
    command.add(jar + ":" + Files.readString(program.resolve("target/class-path")).strip());
    command.add(mainClass(submit.getString("SparkSubmitParameters")));
    JSONArray arguments = submit.getJSONArray("EntryPointArguments");
    for (Object argument : arguments) {
      command.add(argument.toString().replace("<aws.scheduler.scheduled-time>", time));
    }
    command.addAll(
        List.of("--master", "local[2]", "--keys", program.resolve("samples/keys.json").toString()));
    Path log = Files.createTempFile(folder, "job", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.directory(folder.toFile()).environment().putAll(deployment.environment());
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      return new Run(ended ? process.exitValue() : -1, Files.readString(log));
    } finally {
      Processes.kill(Processes.tree(process));
    }
  }

  private Path download(String url) throws IOException {
    String[] parts = url.substring("s3://".length()).split("/", 2);
    byte[] deployed =
        deployment
            .s3
            .getObjectAsBytes(request -> request.bucket(parts[0]).key(parts[1]))
            .asByteArray();
    return Files.write(folder.resolve("deployed.jar"), deployed);
  }

  /** Returns the packages of the JDK that Spark reaches into, as the jar's manifest has them. */
  private static List<String> opened(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return List.of(file.getManifest().getMainAttributes().getValue("Add-Opens").split(" "))
          .stream()
          .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
          .toList();
    }
  }

  private static String mainClass(String parameters) {
    List<String> words = List.of(parameters.split(" "));
    return words.get(words.indexOf("--class") + 1);
  }
}
