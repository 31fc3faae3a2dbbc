package io.exportctl.collection.key;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** Opens keys with AWS KMS: {@link KmsKeySettings}. */
final class KmsKeyOpener implements KeyOpener {

  private static final String SERVICE = "AWS KMS";
  private static final int FIRST_OF_SERVER = 500;

  private final Map<String, KmsClient> clients = new LinkedHashMap<>();
  private final Retries retries;

  KmsKeyOpener(List<String> keyArns, AwsClients clients, Retries retries) {
    keyArns.forEach(arn -> this.clients.put(arn, clients.kms(arn)));
    this.retries = retries;
  }

  @Override
  public DataKey open(SealedKey key) throws KeyRefusedException, KeyServiceException {
    String arn = arn(key.masterKeyId());
    SdkBytes sealed = sealed(key.text());
    return retries.send(SERVICE, () -> decrypt(arn, sealed));
  }

  @Override
  public long retries() {
    return retries.count();
  }

  /** Returns the ARN of a key that is named by it, or by the part after the slash. */
  private String arn(String masterKeyId) throws KeyRefusedException {
    return clients.keySet().stream()
        .filter(arn -> arn.equals(masterKeyId) || arn.endsWith("/" + masterKeyId))
        .findFirst()
        .orElseThrow(
            () -> new KeyRefusedException("it is sealed with a key that is not in kms_key_arns"));
  }

  private static SdkBytes sealed(String text) throws KeyRefusedException {
    try {
      return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new KeyRefusedException("the sealed key is not base64");
    }
  }

  private DataKey decrypt(String arn, SdkBytes sealed)
      throws PassingException, KeyRefusedException, KeyServiceException {
    try {
      DecryptResponse response =
          clients.get(arn).decrypt(it -> it.keyId(arn).ciphertextBlob(sealed));
      return KeyText.of(response.plaintext().asByteArray());
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new KeyRefusedException("AWS KMS cannot open it");
    } catch (AwsServiceException e) {
      if (e.isThrottlingException() || e.statusCode() >= FIRST_OF_SERVER) {
        throw new PassingException("answered " + e.statusCode(), e);
      }
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          "AWS KMS answered "
              + e.awsErrorDetails().errorCode()
              + " for the key \""
              + arn
              + "\"; check that it is enabled, and that the job's role may decrypt with it",
          e);
    } catch (SdkClientException e) {
      throw new PassingException("did not answer", e);
    }
  }
}
