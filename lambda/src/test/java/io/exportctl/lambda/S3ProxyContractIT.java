package io.exportctl.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** <a href="https://github.com/gaul/s3proxy">S3Proxy</a> in memory, and where it differs. */
@DisplayName("S3Proxy")
class S3ProxyContractIT extends MoverContract {

  @RegisterExtension static final Deviations DEVIATIONS = new Deviations(Map.of());

  private static Emulator emulator;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    int port = Emulator.freePort();
    Path properties = directory.resolve("s3proxy.properties");
    Files.writeString(
        properties,
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=none
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=transient-nio2
        jclouds.identity=a
        jclouds.credential=b
        """
            .formatted(port));
    emulator =
        Emulator.start(
            "s3proxy",
            port,
            List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @Override
  S3Client client() {
    return emulator.client();
  }
}
