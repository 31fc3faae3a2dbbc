package io.exportctl.collection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdentityTest {

  private static String certificate;
  private static String key;

  @TempDir Path folder;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    TestCertificate made = TestCertificate.make(folder, "ours", "-keyalg", "EC", "-validity", "9");
    certificate = made.certificatePem();
    key = made.keyPem();
  }

  @Test
  void readsPemWithTextAroundIt() throws Exception {
    String described = "Subject: ours\n" + certificate + "\nthe end\n";

    ClientIdentity identity = identity(described, "key:\n" + key, certificate + certificate);

    assertThat(identity.subject()).isEqualTo("CN=ours.test");
  }

  @Test
  @DisplayName("12: a PKCS#1 key is refused with the command that converts it")
  void refusesAKeyThatIsNotPkcs8() {
    String old = key.replace("PRIVATE KEY", "RSA PRIVATE KEY");

    assertThatThrownBy(() -> identity(certificate, old, certificate))
        .isInstanceOf(KeyServiceException.class)
        .hasMessage(
            "the secret has a \"private_key\" of the type RSA PRIVATE KEY, which is not PKCS#8; convert it "
                + "with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem");
  }

  @Test
  @DisplayName("12: an encrypted key is refused with the command that converts it")
  void refusesAnEncryptedKey() {
    String encrypted = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");

    assertThatThrownBy(() -> identity(certificate, encrypted, certificate))
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
  }

  @Test
  void refusesTextsThatAreNotPem() {
    assertThatThrownBy(() -> identity("x", key, certificate))
        .hasMessage("the secret has a \"certificate\" that is not a certificate in PEM");
    assertThatThrownBy(() -> identity(certificate, key, ""))
        .hasMessage("the secret has a \"ca\" that is not a certificate in PEM");
    assertThatThrownBy(() -> identity(certificate, "x", certificate))
        .hasMessage("the secret has a \"private_key\" that is not a key in PEM");
  }

  @Test
  void refusesAKeyThatIsBrokenWithoutQuotingIt() {
    String broken = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

    assertThatThrownBy(() -> identity(certificate, broken, certificate))
        .hasMessage("the secret has a \"private_key\" that is not a key of its certificate's kind")
        .hasNoCause();
  }

  @Test
  void readsAFileAndNamesWhatIsMissing() throws Exception {
    Path file = folder.resolve("identity.json");
    IdentityReader reader = new IdentityReader(AwsClients.OF_ENVIRONMENT);
    IdentitySource source = new IdentitySource.File(file.toString());
    assertThatThrownBy(() -> reader.read(source))
        .hasMessage(
            "the file \"%s\" cannot be read; it has to hold our identity before the key service",
            file);

    Files.writeString(file, "{\"certificate\":\"a\",\"private_key\":1,\"ca\":\"c\"}");
    assertThatThrownBy(() -> reader.read(source))
        .hasMessage(
            "the file \"%s\" has no text \"private_key\"; it needs certificate, private_key and ca in PEM",
            file);

    Files.writeString(file, "secret");
    assertThatThrownBy(() -> reader.read(source))
        .hasMessage(
            "the file \"%s\" is not a JSON object; it needs certificate, private_key and ca in PEM",
            file);

    Files.writeString(
        file, "{\"certificate\":\"a\",\"private_key\":\"b\",\"ca\":\"c\",\"more\":1}");
    assertThat(reader.read(source))
        .isEqualTo(new PemIdentity("the file \"" + file + "\"", "a", "b", "c"))
        .asString()
        .isEqualTo("PemIdentity[the file \"" + file + "\"]");
  }

  private static ClientIdentity identity(String certificate, String key, String authorities)
      throws KeyServiceException {
    PemIdentity pem = new PemIdentity("the secret", certificate, key, authorities);
    return ClientIdentity.of(pem, Clock.systemUTC());
  }
}
