package io.exportctl.source.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that the JDK's keytool makes for a run of the tests, by an authority of its own. */
public final class TestCertificates {

  public static final String PASSWORD = "made up for tests";

  /** Name of the host of most tests. */
  public static final String HOST = "data.example.org";

  private static final String AUTHORITY = "authority";
  private static TestCertificates shared;

  private final Path file;

  private TestCertificates(Path file) {
    this.file = file;
  }

  /** Returns the certificates of this run. */
  public static synchronized TestCertificates shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path folder = Files.createDirectories(Path.of("target", "certificates"));
      Path file = Files.createTempFile(folder, "keys", ".p12");
      Files.delete(file);
      file.toFile().deleteOnExit();
      TestCertificates made = new TestCertificates(file);
      made.keytool(AUTHORITY, "CN=authority", "-ext", "bc:c");
      made.site("site", HOST);
      shared = made;
    }
    return shared;
  }

  /** Makes a certificate of a host that the authority signs. */
  public synchronized void site(String name, String host, String... options)
      throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(
            List.of("-ext", "SAN=dns:" + host + ",dns:localhost", "-signer", AUTHORITY));
    all.addAll(List.of(options));
    keytool(name, "CN=" + host, all.toArray(String[]::new));
  }

  private void keytool(String name, String owner, String... options)
      throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        new ArrayList<>(List.of(program, "-genkeypair", "-keyalg", "EC", "-alias", name));
    command.addAll(List.of("-dname", owner, "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file.toString()));
    command.addAll(List.of(options));
    Path log = file.resolveSibling("keytool.log");
    Process keytool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
  }

  /** Returns what a server with a certificate needs, and a client that trusts the authority. */
  public SSLContext context(String name) throws GeneralSecurityException, IOException {
    KeyStore all = read();
    KeyStore one = empty();
    Key key = all.getKey(name, PASSWORD.toCharArray());
    one.setKeyEntry(name, key, PASSWORD.toCharArray(), all.getCertificateChain(name));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(one, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Writes a file by which a JVM trusts the authority. */
  public Path trustStore(Path folder) throws GeneralSecurityException, IOException {
    Path trust = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(trust)) {
      trusted().store(out, PASSWORD.toCharArray());
    }
    return trust;
  }

  private KeyStore trusted() throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry(AUTHORITY, read().getCertificate(AUTHORITY));
    return trusted;
  }

  private KeyStore read() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
