package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/**
 * MD5 and checksums of a content, computed on demand.
 *
 * <p>For many virtual bytes they are computed over the list of extents instead, so that equal
 * contents still have equal checksums, whatever their parts were.
 */
final class Digests {

  /** Maximum number of virtual bytes that are read. */
  private static final long READ = 1 << 20;

  private final Content content;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  Digests(Content content) {
    this.content = content;
  }

  /** MD5 in hex; in quotes, the ETag of an object that was written in one piece. */
  String identity() {
    return HexFormat.of().formatHex(of("MD5"));
  }

  /** Checksum in base64. */
  String of(ChecksumAlgorithm algorithm) {
    return Base64.getEncoder().encodeToString(of(algorithm.toString()));
  }

  /** ETag of an object that was assembled from parts. */
  static String ofParts(List<Content> parts) {
    MessageDigest sum = messageDigest("MD5");
    parts.forEach(part -> sum.update(part.digests().of("MD5")));
    return "%s-%d".formatted(HexFormat.of().formatHex(sum.digest()), parts.size());
  }

  /** Checksum over the checksums of the parts, with their number. */
  static String composite(ChecksumAlgorithm algorithm, List<Content> parts) {
    ByteBuffer sums = ByteBuffer.allocate(64 * parts.size());
    parts.forEach(part -> sums.put(part.digests().of(algorithm.toString())));
    byte[] sum =
        digest(
            algorithm.toString(),
            new ByteArrayInputStream(Arrays.copyOf(sums.array(), sums.position())));
    return "%s-%d".formatted(Base64.getEncoder().encodeToString(sum), parts.size());
  }

  private byte[] of(String algorithm) {
    return known.computeIfAbsent(algorithm, it -> digest(it, what()));
  }

  private InputStream what() {
    boolean sent = content.extents().stream().allMatch(it -> it.origin() instanceof Extent.Sent);
    return sent || content.size() <= READ
        ? content.open()
        : new ByteArrayInputStream(content.extents().toString().getBytes(UTF_8));
  }

  private static byte[] digest(String algorithm, InputStream bytes) {
    return switch (algorithm) {
      case "CRC32" -> Arrays.copyOfRange(checksum(new CRC32(), bytes), 4, 8);
      case "CRC32C" -> Arrays.copyOfRange(checksum(new CRC32C(), bytes), 4, 8);
      case "CRC64NVME" -> checksum(new Crc64Nvme(), bytes);
      case "SHA1", "SHA256", "SHA512" -> messageDigest(algorithm.replace("SHA", "SHA-"), bytes);
      case "MD5" -> messageDigest(algorithm, bytes);
      default -> throw Answers.refusal(501, "NotImplemented");
    };
  }

  private static byte[] checksum(Checksum sum, InputStream bytes) {
    read(bytes, sum::update);
    return ByteBuffer.allocate(8).putLong(sum.getValue()).array();
  }

  private static byte[] messageDigest(String algorithm, InputStream bytes) {
    MessageDigest sum = messageDigest(algorithm);
    read(bytes, sum::update);
    return sum.digest();
  }

  private interface Sink {
    void take(byte[] bytes, int from, int count);
  }

  private static void read(InputStream bytes, Sink sink) {
    byte[] buffer = new byte[8192];
    try {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        sink.take(buffer, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest messageDigest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
