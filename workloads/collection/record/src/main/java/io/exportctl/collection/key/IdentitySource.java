package io.exportctl.collection.key;

import java.io.Serializable;

/**
 * Place of our certificate, private key and the authority that the key service's certificate comes
 * from, as JSON with PEM texts: {@code certificate}, {@code private_key} (PKCS#8) and {@code ca}.
 */
public sealed interface IdentitySource extends Serializable
    permits IdentitySource.Secret, IdentitySource.File {

  /**
   * A secret of AWS Secrets Manager.
   *
   * @param arn of the secret
   */
  record Secret(String arn) implements IdentitySource {

    private static final long serialVersionUID = 1;
  }

  /**
   * A file on this machine.
   *
   * @param path of the file
   */
  record File(String path) implements IdentitySource {

    private static final long serialVersionUID = 1;
  }
}
