package io.exportctl.landing.loader;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Creates the function by its name and hands it the event on standard input, as Lambda does. */
final class Start {

  private Start() {}

  public static void main(String[] arguments) throws Exception {
    Object handler =
        Class.forName("io.exportctl.landing.loader.LoaderHandler")
            .getDeclaredConstructor()
            .newInstance();
    ((RequestStreamHandler) handler).handleRequest(System.in, System.out, null);
    if (System.getProperty("peak") != null) {
      Files.writeString(Path.of(System.getProperty("peak")), peak());
    }
  }

  /** Largest amount of memory that the process had at a time, in KiB. */
  private static String peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .findFirst()
        .orElseThrow();
  }
}
