package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.support.DemoProcess;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of the program on one machine. */
class DemoCommandIT {

  private static final int ENDED_BY_SIGNAL = 143;

  @Test
  void answersSignedCallsUntilItIsToldToEnd(@TempDir Path folder) throws Exception {
    try (DemoProcess demo = DemoProcess.start(folder)) {
      ProcessBuilder call = DemoProcess.command(folder, "call", demo.apiAddress());
      call.environment().put("STORE_CLIENT_ID", demo.variable("STORE_CLIENT_ID"));
      call.environment().put("STORE_CLIENT_KEY", demo.variable("STORE_CLIENT_KEY"));
      Process called = call.start();
      String page = new String(called.getInputStream().readAllBytes(), UTF_8);

      assertThat(called.waitFor()).isZero();
      assertThat(page).contains("\"name\":\"Felixstowe\"", "\"tonnes_2024\":22400000");
      assertThat(otherHost(demo.address())).startsWith("HTTP/1.1 421 ");
      assertThat(demo.end()).isEqualTo(ENDED_BY_SIGNAL);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(it -> it.getFileName().toString().startsWith("store-demo"))).isEmpty();
    }
  }

  /** As in the image, and on machines for which there are no programs of PostgreSQL. */
  @Test
  void saysWhatToDoWithoutAPostgresOfItsOwn(@TempDir Path folder) throws Exception {
    ProcessBuilder demo = DemoProcess.command(folder, "demo", "--port", "0");
    demo.command().add(1, "-Dos.arch=riscv64");
    Path log = folder.resolve("log");
    Process process = demo.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroy();
    String text = Files.readString(log);

    assertThat(ended).as(text).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(text)
        .contains("store: the program brings no PostgreSQL for this machine; install it")
        .doesNotContain("Exception");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(it -> it.getFileName().toString().startsWith("store-demo"))).isEmpty();
    }
  }

  /** A website that leads its own name to this machine. */
  private static String otherHost(String address) throws Exception {
    int port = Integer.parseInt(address.replaceFirst(".*:", ""));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /login HTTP/1.1\r\nHost: evil.example.org\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(40), UTF_8);
    }
  }
}
