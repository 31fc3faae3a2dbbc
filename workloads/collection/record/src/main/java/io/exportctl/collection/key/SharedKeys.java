package io.exportctl.collection.key;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Key services of this JVM, one for equal settings, so that all tasks of an executor share one
 * cache and one bound on requests under way. It is the only static state of the program: Spark
 * makes tasks from their bytes, and gives them nothing else that they could share.
 */
public final class SharedKeys {

  private static final Map<KeySettings, KeyService> SERVICES = new HashMap<>();

  private SharedKeys() {}

  /**
   * Returns the service with its cache; the first call makes it.
   *
   * @throws KeyServiceException if our identity or the file of keys cannot be read
   */
  public static synchronized KeyService of(KeySettings settings) throws KeyServiceException {
    KeyService known = SERVICES.get(settings);
    if (known != null) {
      return known;
    }
    KeyService made = new KeyCache(opener(settings), Ticker.systemTicker());
    SERVICES.put(settings, made);
    return made;
  }

  private static KeyOpener opener(KeySettings settings) throws KeyServiceException {
    if (settings instanceof FileKeySettings file) {
      return FileKeyOpener.read(Path.of(file.path()));
    }
    AwsClients clients = AwsClients.OF_ENVIRONMENT;
    Retries retries =
        new Retries(
            it -> Thread.sleep(it.toMillis()), it -> ThreadLocalRandom.current().nextLong(it));
    if (settings instanceof KmsKeySettings kms) {
      return new KmsKeyOpener(kms.keyArns(), clients, retries);
    }
    HttpKeySettings http = (HttpKeySettings) settings;
    PemIdentity identity = new IdentityReader(clients).read(http.identity());
    return new HttpKeyOpener(
        http,
        ClientIdentity.of(identity, Clock.systemUTC()),
        HttpKeyOpener.Timeouts.USUAL,
        retries);
  }
}
