package io.exportctl.source.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Moto;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Headers of requests in Secrets Manager, on moto. */
class SecretHeadersIT {

  private static final Map<String, String> AWS =
      Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "eu-west-2");

  @TempDir static Path folder;
  private static Moto moto;
  private static SecretsManagerClient client;

  @BeforeAll
  static void start() throws Exception {
    AWS.forEach(System::setProperty);
    moto = Moto.start(folder.resolve("moto"));
    client =
        SecretsManagerClient.builder()
            .endpointOverride(moto.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() throws Exception {
    AWS.keySet().forEach(System::clearProperty);
    if (moto != null) {
      client.close();
      moto.close();
    }
  }

  private static Map<String, String> read(String name, String text) {
    client.createSecret(it -> it.name(name).secretString(text));
    return new SecretHeaders(Optional.of(moto.endpoint())).of(name);
  }

  @Test
  void readsNamesAndTexts() {
    assertThat(read("store/fine", "{\"X-Token\":\"made up\",\"Accept\":\"text/csv\"}"))
        .isEqualTo(Map.of("X-Token", "made up", "Accept", "text/csv"));
  }

  @Test
  void refusesOtherTextsWithoutShowingThem() {
    String[] texts = {
      "geheim", "[\"geheim\"]", "{\"a\":7}", "{\"a b\":\"x\"}", "{\"a\":\"x\\r\\nb: c\"}"
    };
    for (int i = 0; i < texts.length; i++) {
      String name = "store/wrong" + i;
      String text = texts[i];
      assertThatThrownBy(() -> read(name, text))
          .hasMessage(
              "the secret \""
                  + name
                  + "\" is not a JSON object of header names and printable texts")
          .hasNoCause();
    }
  }

  @Test
  void tellsThatASecretIsMissing() {
    assertThatThrownBy(() -> new SecretHeaders(Optional.of(moto.endpoint())).of("store/none"))
        .hasMessage(
            "the secret \"store/none\" cannot be read; check that it has a value, and who may");
  }
}
