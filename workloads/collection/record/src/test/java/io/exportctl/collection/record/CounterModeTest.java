package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.key.DataKey;
import java.util.HexFormat;
import javax.crypto.spec.IvParameterSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vectors of <a href="https://doi.org/10.6028/NIST.SP.800-38A">NIST SP 800-38A</a>, F.5: counter
 * mode, with the counter of four blocks from f0f1...feff on.
 */
class CounterModeTest {

  private static final String PLAIN =
      "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
          + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
  private static final IvParameterSpec COUNTER =
      new IvParameterSpec(bytes("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          F.5.2 CTR-AES128, 2b7e151628aed2a6abf7158809cf4f3c, 874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee
          F.5.4 CTR-AES192, 8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b, 1abc932417521ca24f2b0459fe7e6e0b090339ec0aa6faefd5ccc2c6f4ce8e941e36b26bd1ebc670d1bd1d665620abf74f78a7f6d29809585a97daec58c6b050
          F.5.6 CTR-AES256, 603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4, 601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c52b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6
          """)
  void decrypts(String name, String key, String encrypted) {
    byte[] text = bytes(encrypted);

    new Decryption().apply(DataKey.of(bytes(key)), COUNTER, text);

    assertThat(HexFormat.of().formatHex(text)).as(name).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"1", "15", "16", "17", "4097"})
  void decryptsTextsOfAnyLength(int length) {
    DataKey key = DataKey.of(TestKeys.bytes(16));
    byte[] text = new byte[length];
    Decryption decryption = new Decryption();

    decryption.apply(key, COUNTER, text);
    assertThat(text).isNotEqualTo(new byte[length]);
    decryption.apply(key, COUNTER, text);

    assertThat(text).isEqualTo(new byte[length]);
  }

  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }
}
