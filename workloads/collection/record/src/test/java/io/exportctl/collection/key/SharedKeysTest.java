package io.exportctl.collection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedKeysTest {

  @TempDir Path folder;

  @Test
  void sharesOneServiceForEqualSettings() throws Exception {
    KeySettings settings = file("{\"sealed\":\"MDEyMzQ1Njc4OWFiY2RlZg==\"}");

    KeyService keys = SharedKeys.of(settings);

    assertThat(SharedKeys.of(new FileKeySettings(((FileKeySettings) settings).path())))
        .isSameAs(keys);
    assertThat(keys.open(new SealedKey("sealed", "any"))).isNotNull();
    assertThat(keys.open(new SealedKey("sealed", "any"))).isNotNull();
    assertThat(keys.counts()).isEqualTo(new KeyCounts(1, 1, 0, 0));
  }

  @Test
  void refusesKeysThatTheFileDoesNotHave() throws Exception {
    KeyService keys = SharedKeys.of(file("{\"short\":\"MDEy\",\"broken\":\"?\"}"));

    for (String sealed : List.of("absent", "short", "broken")) {
      assertThatThrownBy(() -> keys.open(new SealedKey(sealed, "any")))
          .isInstanceOf(KeyRefusedException.class)
          .hasNoCause();
    }
  }

  @Test
  void namesAFileThatCannotBeRead() throws Exception {
    Path absent = folder.resolve("absent.json");
    assertThatThrownBy(() -> SharedKeys.of(new FileKeySettings(absent.toString())))
        .isInstanceOf(KeyServiceException.class)
        .hasMessage("the file of keys \"%s\" cannot be read; name one with --keys", absent);

    FileKeySettings broken = file("{\"a\":");
    assertThatThrownBy(() -> SharedKeys.of(broken))
        .hasMessage(
            "the file of keys \"%s\" is not a JSON object of sealed keys and keys in base64",
            broken.path());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void travelsToExecutors(KeySettings settings) throws Exception {
    try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
      stream.writeObject(settings);
    }
  }

  static List<KeySettings> settings() {
    URI url = URI.create("https://dks.example.org");
    return List.of(
        new FileKeySettings("keys.json"),
        new KmsKeySettings(List.of("arn:aws:kms:eu-west-2:123456789012:key/a")),
        new HttpKeySettings(url, new IdentitySource.Secret("arn"), "run"),
        new HttpKeySettings(url, new IdentitySource.File("identity.json"), "run"));
  }

  @Test
  void keepsKeysOutOfClosuresAndTexts() throws Exception {
    DataKey key = DataKey.of(new byte[16]);

    assertThat(key).hasToString("DataKey");
    assertThat(new SealedKey("secret", "master")).hasToString("SealedKey[master]");
    try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> stream.writeObject(key))
          .isInstanceOf(NotSerializableException.class);
    }
    assertThatThrownBy(() -> DataKey.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
  }

  private FileKeySettings file(String json) throws Exception {
    Path file = Files.createTempFile(folder, "keys", ".json");
    Files.writeString(file, json);
    return new FileKeySettings(file.toString());
  }
}
