package io.exportctl.collection.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificate and key that we show to the key service, and the authorities that we trust there.
 *
 * @param context of the connections
 * @param subject name in our certificate
 */
record ClientIdentity(SSLContext context, String subject) {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\\s]+)-----END ");

  /**
   * Reads an identity.
   *
   * @throws KeyServiceException if a part of it is not PEM, the private key is not PKCS#8, or the
   *     certificate is not valid now
   */
  static ClientIdentity of(PemIdentity pem, Clock clock) throws KeyServiceException {
    List<X509Certificate> chain = certificates(pem.place(), "certificate", pem.certificate());
    X509Certificate ours = chain.get(0);
    Instant start = ours.getNotBefore().toInstant();
    Instant end = ours.getNotAfter().toInstant();
    if (clock.instant().isBefore(start) || clock.instant().isAfter(end)) {
      throw PemIdentity.fault(
          pem.place(),
          "has a certificate that is valid from "
              + day(start)
              + " to "
              + day(end)
              + "; put a new one there");
    }
    PrivateKey key = privateKey(pem, ours.getPublicKey().getAlgorithm());
    List<X509Certificate> authorities = certificates(pem.place(), "ca", pem.authorities());
    try {
      return new ClientIdentity(
          context(key, chain, authorities), ours.getSubjectX500Principal().getName());
    } catch (GeneralSecurityException | IOException e) {
      throw PemIdentity.fault(pem.place(), "has a certificate and a key that do not fit together");
    }
  }

  private static List<X509Certificate> certificates(String place, String name, String pem)
      throws KeyServiceException {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (!found.isEmpty()) {
        return found.stream().map(X509Certificate.class::cast).toList();
      }
    } catch (GeneralSecurityException e) {
      // The parser's words do not help whoever has to replace the text.
    }
    throw PemIdentity.fault(place, "has a \"" + name + "\" that is not a certificate in PEM");
  }

  private static PrivateKey privateKey(PemIdentity pem, String algorithm)
      throws KeyServiceException {
    Matcher found = KEY.matcher(pem.privateKey());
    if (!found.find()) {
      throw PemIdentity.fault(pem.place(), "has a \"private_key\" that is not a key in PEM");
    }
    String type = found.group(1);
    if (!type.equals("PRIVATE KEY")) {
      throw PemIdentity.fault(
          pem.place(),
          "has a \"private_key\" of the type "
              + type
              + ", which is not PKCS#8; convert it with: "
              + "openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(found.group(2));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Without the cause, whose text may quote the key.
      throw PemIdentity.fault(
          pem.place(), "has a \"private_key\" that is not a key of its certificate's kind");
    }
  }

  private static SSLContext context(
      PrivateKey key, List<X509Certificate> chain, List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    char[] noPassword = {};
    KeyStore identity = KeyStore.getInstance("PKCS12");
    identity.load(null, noPassword);
    identity.setKeyEntry("ours", key, noPassword, chain.toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, noPassword);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, noPassword);
    for (int index = 0; index < authorities.size(); index++) {
      trusted.setCertificateEntry("authority " + index, authorities.get(index));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
