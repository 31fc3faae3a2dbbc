package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * Decoder for the <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">encoding</a>
 * in which SDKs send bytes with a trailing checksum.
 */
final class AwsChunked {

  private AwsChunked() {}

  static boolean isIn(Map<String, String> headers) {
    return headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
  }

  /**
   * Decodes the bytes.
   *
   * @param headers receives the trailing headers, and loses the encoding
   */
  static byte[] decode(byte[] body, Map<String, String> headers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (at < body.length) {
      int end = endOfLine(body, at);
      String size = new String(body, at, end - at, ISO_8859_1).split(";", 2)[0];
      int count = Integer.parseInt(size, 16);
      at = end + 2;
      if (count == 0) {
        break;
      }
      bytes.write(body, at, count);
      at += count + 2;
    }
    for (String line : new String(body, at, body.length - at, ISO_8859_1).lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    String encoding = headers.getOrDefault("content-encoding", "");
    headers.put("content-encoding", encoding.replaceFirst("aws-chunked,? ?", ""));
    if (headers.get("content-encoding").isEmpty()) {
      headers.remove("content-encoding");
    }
    return bytes.toByteArray();
  }

  private static int endOfLine(byte[] body, int from) {
    int at = from;
    while (body[at] != '\r') {
      at++;
    }
    return at;
  }
}
