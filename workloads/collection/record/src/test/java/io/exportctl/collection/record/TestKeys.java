package io.exportctl.collection.record;

import io.exportctl.collection.key.DataKey;
import io.exportctl.collection.key.KeyCounts;
import io.exportctl.collection.key.KeyRefusedException;
import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.SealedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Keys that are made from their names: {@code "test key of 16 bytes"} is sixteen times 16. */
final class TestKeys implements KeyService {

  private static final int[] LENGTHS = {16, 24, 32};

  /** Keys that were asked for early. */
  final List<SealedKey> early = new ArrayList<>();

  static String sealed(int bytes) {
    return "test key of " + bytes + " bytes";
  }

  static byte[] bytes(int length) {
    byte[] key = new byte[length];
    Arrays.fill(key, (byte) length);
    return key;
  }

  @Override
  public DataKey open(SealedKey key) throws KeyRefusedException {
    for (int length : LENGTHS) {
      if (key.text().equals(sealed(length))) {
        return DataKey.of(bytes(length));
      }
    }
    throw new KeyRefusedException("there is no such key");
  }

  @Override
  public void openAll(Collection<SealedKey> keys) {
    early.addAll(keys);
  }

  @Override
  public KeyCounts counts() {
    return new KeyCounts(0, 0, 0, 0);
  }
}
