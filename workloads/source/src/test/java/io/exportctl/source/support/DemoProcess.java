package io.exportctl.source.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code store demo} as a process. */
public final class DemoProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;
  private final StringBuilder text = new StringBuilder();

  private DemoProcess(Process process) {
    this.process = process;
    this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /**
   * Starts the process, and waits until it tells that it runs.
   *
   * @param temporary folder for all that it writes
   */
  public static DemoProcess start(Path temporary) throws IOException {
    DemoProcess demo = new DemoProcess(command(temporary, "demo", "--port", "0").start());
    String line = demo.lines.readLine();
    while (line != null && !line.startsWith("API ")) {
      demo.text.append(line).append('\n');
      line = demo.lines.readLine();
    }
    assertThat(line).as(demo.text.toString()).isNotNull();
    demo.text.append(line).append('\n');
    return demo;
  }

  /** The program, with other errors than the test's; PostgreSQL inherits its environment. */
  public static ProcessBuilder command(Path temporary, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.exportctl.source.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(it -> it.startsWith("STORE_"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** All that it told. */
  public String text() {
    return text.toString();
  }

  private String find(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    assertThat(matcher.find()).as(text.toString()).isTrue();
    return matcher.group(1);
  }

  public String address() {
    return find("^Pages +(http://localhost:[0-9]+)/");
  }

  /** A folder that it names. */
  public Path folder(String title) {
    Path folder = Path.of(find("^" + title + " +(/.*)$"));
    assertThat(Files.isDirectory(folder)).isTrue();
    return folder;
  }

  /** A value that the line of the API sets. */
  public String variable(String name) {
    return find(name + "=(\\S+)");
  }

  public String apiAddress() {
    return find("call '([^']+)'");
  }

  /** Asks it to end, as Ctrl-C does, and returns its exit code. */
  public int end() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(2, TimeUnit.MINUTES).join();
  }
}
