package io.exportctl.collection.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.exportctl.s3.Moto;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Keys of AWS KMS and secrets of Secrets Manager, on moto. */
class KmsKeyIT {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private static Moto moto;
  private static AwsClients clients;
  private static KmsClient kms;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    moto = Moto.start(folder.resolve("moto.log"));
    clients = at(moto.endpoint());
    kms = clients.kms("arn:aws:kms:eu-west-2:123456789012:key/any");
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void opensAKeyThatIsNamedByItsArnOrItsId() throws Exception {
    String arn = createKey();
    String sealed = seal(arn, new byte[32]);
    KeyService keys = keys(clients, arn);

    assertThat(keys.open(new SealedKey(sealed, arn))).isNotNull();
    assertThat(keys.open(new SealedKey(sealed, arn.substring(arn.indexOf('/') + 1)))).isNotNull();
    assertThat(keys.counts()).isEqualTo(new KeyCounts(2, 0, 0, 0));
  }

  @Test
  void refusesKeysThatCannotBeOpened() {
    String arn = createKey();
    String other = createKey();
    KeyService keys = keys(clients, arn);
    List<SealedKey> bad =
        List.of(
            new SealedKey(seal(other, new byte[16]), other),
            new SealedKey("not base64", arn),
            new SealedKey(damage(seal(arn, new byte[16])), arn),
            new SealedKey(seal(arn, new byte[5]), arn));

    for (SealedKey key : bad) {
      assertThatThrownBy(() -> keys.open(key)).isInstanceOf(KeyRefusedException.class).hasNoCause();
    }
  }

  @Test
  void endsAtOnceIfTheMasterKeyDoesNotExist() {
    String sealed = seal(createKey(), new byte[16]);
    String absent = "arn:aws:kms:eu-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";

    assertThatThrownBy(() -> keys(clients, absent).open(new SealedKey(sealed, absent)))
        .isInstanceOf(KeyServiceException.class)
        .hasMessage(
            "AWS KMS answered NotFoundException for the key \"%s\"; check that it is enabled, and that the "
                + "job's role may decrypt with it",
            absent);
  }

  @Test
  void triesAgainIfKmsDoesNotAnswer() {
    String arn = "arn:aws:kms:eu-west-2:123456789012:key/a";
    ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();
    Retries retries = new Retries(pauses::add, bound -> 0);
    AwsClients nobody = at(URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(
            () -> new KmsKeyOpener(List.of(arn), nobody, retries).open(new SealedKey("QUJD", arn)))
        .isInstanceOf(KeyServiceException.class)
        .hasMessage(
            "AWS KMS failed 8 times, at last as it did not answer; run the date again when it works");
    assertThat(pauses).hasSize(7);
  }

  @Test
  void readsOurIdentityFromASecret() throws Exception {
    String arn;
    try (SecretsManagerClient secrets = clients.secrets("arn:aws:x:eu-west-2:1:2")) {
      String json = "{\"certificate\":\"a\",\"private_key\":\"b\",\"ca\":\"c\"}";
      arn = secrets.createSecret(it -> it.name("ingestion").secretString(json)).arn();
    }
    IdentityReader reader = new IdentityReader(clients);

    assertThat(reader.read(new IdentitySource.Secret(arn)))
        .isEqualTo(new PemIdentity("the secret \"" + arn + "\"", "a", "b", "c"));
    assertThatThrownBy(() -> reader.read(new IdentitySource.Secret(arn + "x")))
        .isInstanceOf(KeyServiceException.class)
        .hasMessage(
            "the secret \"%sx\" cannot be read; check that it exists, and that the job's role may read it",
            arn);
  }

  private static String createKey() {
    return kms.createKey().keyMetadata().arn();
  }

  /** Changes the last byte, which the ciphertext's tag covers. */
  private static String damage(String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    bytes[bytes.length - 1] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String seal(String arn, byte[] key) {
    SdkBytes sealed =
        kms.encrypt(it -> it.keyId(arn).plaintext(SdkBytes.fromByteArray(key))).ciphertextBlob();
    return Base64.getEncoder().encodeToString(sealed.asByteArray());
  }

  private static KeyService keys(AwsClients clients, String arn) {
    Retries retries = new Retries(pause -> {}, bound -> 0);
    return new KeyCache(new KmsKeyOpener(List.of(arn), clients, retries), Ticker.systemTicker());
  }

  private static AwsClients at(URI endpoint) {
    return new AwsClients() {
      @Override
      public KmsClient kms(String arn) {
        return KmsClient.builder()
            .region(AwsClients.region(arn))
            .endpointOverride(endpoint)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
      }

      @Override
      public SecretsManagerClient secrets(String arn) {
        return SecretsManagerClient.builder()
            .region(AwsClients.region(arn))
            .endpointOverride(endpoint)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
      }
    };
  }
}
