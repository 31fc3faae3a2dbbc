package io.exportctl.collection.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Reads our identity where the settings say that it is. */
final class IdentityReader {

  private final AwsClients clients;

  IdentityReader(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * Reads an identity.
   *
   * @throws KeyServiceException if it cannot be read, or lacks a part
   */
  PemIdentity read(IdentitySource source) throws KeyServiceException {
    if (source instanceof IdentitySource.File file) {
      return readFile(file);
    }
    return readSecret((IdentitySource.Secret) source);
  }

  private static PemIdentity readFile(IdentitySource.File file) throws KeyServiceException {
    String place = "the file \"" + file.path() + "\"";
    try {
      return PemIdentity.parse(place, Files.readAllBytes(Path.of(file.path())));
    } catch (IOException e) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          place + " cannot be read; it has to hold our identity before the key service",
          e);
    }
  }

  private PemIdentity readSecret(IdentitySource.Secret secret) throws KeyServiceException {
    String place = "the secret \"" + secret.arn() + "\"";
    try (SecretsManagerClient client = clients.secrets(secret.arn())) {
      String text = client.getSecretValue(it -> it.secretId(secret.arn())).secretString();
      if (text == null) {
        throw PemIdentity.fault(place, "has no text; it needs a JSON object");
      }
      return PemIdentity.parse(place, text.getBytes(StandardCharsets.UTF_8));
    } catch (SdkException e) {
      throw new KeyServiceException(
          KeyServiceException.Kind.REFUSES_US,
          place + " cannot be read; check that it exists, and that the job's role may read it",
          e);
    }
  }
}
