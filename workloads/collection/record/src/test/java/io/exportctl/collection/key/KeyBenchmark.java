package io.exportctl.collection.key;

import com.github.benmanes.caffeine.cache.Ticker;
import io.exportctl.collection.record.RecordFunction;
import io.exportctl.collection.record.RecordSettings;
import io.exportctl.collection.record.Row;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures the memory of opened keys, and the time that a remote key service costs. */
public final class KeyBenchmark {

  private static final Duration DELAY = Duration.ofMillis(5);
  private static final int LINES_AHEAD = 512;
  private static final int KEY_BYTES = 32;
  private static final double MEGABYTE = 1e6;
  private static final double SECOND = 1e9;

  private KeyBenchmark() {}

  /** Returns the heap that a cache takes after so many different keys, in megabytes. */
  public static double megabytes(int keys) throws Exception {
    KeyCache cache =
        new KeyCache(
            new KeyOpener() {
              @Override
              public DataKey open(SealedKey key) {
                return DataKey.of(new byte[KEY_BYTES]);
              }

              @Override
              public long retries() {
                return 0;
              }
            },
            Ticker.systemTicker());
    long before = used();
    String tail = "x".repeat(120);
    for (int key = 0; key < keys; key++) {
      cache.open(new SealedKey("sealed-key-" + key + "-" + tail, "master"));
    }
    long after = used();
    if (cache.counts().requests() != keys) {
      throw new IllegalStateException("not every key was asked for");
    }
    return (after - before) / MEGABYTE;
  }

  /**
   * Returns the time that keys of a remote service cost, as a part of the time without them: 16
   * requests of 5 ms are under way, and a key opens 30 records.
   *
   * @param lines lines of records
   * @param keysFile the same keys in a file
   */
  public static double cost(List<byte[]> lines, Path keysFile, Path folder, int rounds)
      throws Exception {
    TestCertificate server = TestCertificate.make(folder, "server", "-keyalg", "EC");
    TestCertificate client = TestCertificate.make(folder, "client", "-keyalg", "EC");
    try (TestKeyServer service = new TestKeyServer(server, List.of(client))) {
      service.delay = DELAY;
      ClientIdentity identity =
          ClientIdentity.of(
              new PemIdentity(
                  "", client.certificatePem(), client.keyPem(), server.certificatePem()),
              Clock.systemUTC());
      HttpKeySettings settings =
          new HttpKeySettings(service.url(), new IdentitySource.File("not read"), "benchmark");
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        Retries retries = new Retries(it -> Thread.sleep(it.toMillis()), it -> 0);
        double near = seconds(lines, FileKeyOpener.read(keysFile));
        double remote =
            seconds(
                lines,
                new HttpKeyOpener(settings, identity, HttpKeyOpener.Timeouts.USUAL, retries));
        ratios.add(remote / near - 1);
      }
      ratios.sort(Comparator.naturalOrder());
      return ratios.get(ratios.size() / 2);
    }
  }

  /** Reads ahead as the ingestion does: while half of the lines wait, the next keys are opened. */
  private static double seconds(List<byte[]> lines, KeyOpener opener) throws Exception {
    KeyCache keys = new KeyCache(opener, Ticker.systemTicker());
    RecordFunction function =
        new RecordFunction(new RecordSettings("core:claim", List.of(), List.of(), true), keys);
    long start = System.nanoTime();
    int ahead = 0;
    for (int line = 0; line < lines.size(); line++) {
      if (ahead - line <= LINES_AHEAD / 2 && ahead < lines.size()) {
        int end = Math.min(line + LINES_AHEAD, lines.size());
        function.lookAhead(lines.subList(ahead, end));
        ahead = end;
      }
      byte[] bytes = lines.get(line);
      if (!(function.apply(bytes, 0, bytes.length) instanceof Row)) {
        throw new IllegalStateException("line " + (line + 1) + " makes no row");
      }
    }
    return (System.nanoTime() - start) / SECOND;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
