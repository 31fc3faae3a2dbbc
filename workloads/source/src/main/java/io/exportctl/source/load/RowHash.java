package io.exportctl.source.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/** Hash of a row's cells of 128 bits: SHA-256, cut, over each cell and its length. */
final class RowHash {

  private static final int MISSING = -1;

  private final MessageDigest digest = Sha256.digest();

  UUID of(Converted row) {
    for (int i = 0; i < row.size(); i++) {
      byte[] cell = row.text(i).getBytes(UTF_8);
      int length = row.isMissing(i) ? MISSING : cell.length;
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
      digest.update(cell);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new UUID(hash.getLong(), hash.getLong());
  }
}
