package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** Order of keys in S3's listings: by their bytes in UTF-8, which differs from Java's order. */
final class Keys {

  static final Comparator<String> ORDER =
      (one, other) -> {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
          if (one.charAt(i) != other.charAt(i)) {
            return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
          }
        }
        return Integer.compare(one.length(), other.length());
      };

  private Keys() {}
}
