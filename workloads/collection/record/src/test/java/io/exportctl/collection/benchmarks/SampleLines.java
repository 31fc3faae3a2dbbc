package io.exportctl.collection.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file of made-up records: about 2.8 KB a line, 1.7 KB of it the record, with 14 dates and a key
 * for each 30 records. The same number of lines gives the same bytes.
 */
final class SampleLines {

  private static final int RECORDS_OF_KEY = 30;
  private static final byte[] KEY = new byte[32];
  private static final int VECTOR_BYTES = 16;
  private static final String[] DATES = {
    "_lastModifiedDateTime",
    "createdDateTime",
    "effectiveDate",
    "startDate",
    "endDate",
    "reviewDate",
    "paidDate"
  };

  static {
    Arrays.fill(KEY, (byte) 7);
  }

  private final Random random = new Random(17);
  private final TreeMap<String, String> keys = new TreeMap<>();

  /** Writes the lines as gzip, and the keys beside them as JSON. */
  static void write(Path lines, Path keys, int count) throws IOException {
    SampleLines sample = new SampleLines();
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(lines), 1 << 16)) {
      for (int index = 0; index < count; index++) {
        stream.write(sample.line(index).getBytes(StandardCharsets.UTF_8));
      }
    }
    StringBuilder json = new StringBuilder("{");
    sample.keys.forEach(
        (name, key) ->
            json.append(json.length() == 1 ? "" : ",")
                .append("\"%s\":\"%s\"".formatted(name, key)));
    Files.writeString(keys, json.append('}').toString());
  }

  private String line(int index) {
    // As the key service of the tests opens it.
    String sealed = "sealed 32 " + index / RECORDS_OF_KEY + "-" + "x".repeat(120);
    String key = keys.computeIfAbsent(sealed, it -> Base64.getEncoder().encodeToString(KEY));
    byte[] vector = bytes(VECTOR_BYTES);
    String encrypted = encrypt(record(index), Base64.getDecoder().decode(key), vector);
    return """
        {"traceId":"00002222-abcd-4567-1234-1234567890ab","unitOfWorkId":"00002222-abcd-4567-1234-1234567890ab",\
        "@type":"V4","version":"core-X.release_147.3","timestamp":"2018-12-14T15:01:02.000+0000","message":{\
        "@type":"MONGO_UPDATE","collection":"claim","db":"core","_id":{"id":"%s"},\
        "_lastModifiedDateTime":"2018-12-14T15:01:02.000+0000","encryption":{"encryptionKeyId":"cloudhsm:1,2",\
        "encryptedEncryptionKey":"%s","initialisationVector":"%s","keyEncryptionKeyId":"cloudhsm:1,2"},\
        "dbObject":"%s"}}
        """
        .formatted(id(index), sealed, Base64.getEncoder().encodeToString(vector), encrypted);
  }

  private String record(int index) {
    StringBuilder json =
        new StringBuilder("{\"_id\":{\"id\":\"" + id(index) + "\"},\"type\":\"declaration\"");
    for (String name : DATES) {
      json.append(",\"%s\":{\"$date\":\"%s\"}".formatted(name, date("Z")));
    }
    json.append(",\"parts\":[");
    for (int part = 0; part < 7; part++) {
      json.append(part == 0 ? "" : ",")
          .append(
              "{\"partId\":\"%s\",\"amount\":%d.%02d,\"isPaid\":%s,\"from\":\"%s\",\"note\":\"%s\",\"count\":%d}"
                  .formatted(
                      id(part),
                      random.nextInt(1000),
                      random.nextInt(100),
                      random.nextBoolean(),
                      date("+0000"),
                      "made-up words about it £" + random.nextInt(),
                      random.nextInt(100)));
    }
    return json.append("],\"_version\":").append(random.nextInt(50)).append("}").toString();
  }

  private String id(int index) {
    return "%08x-0000-4000-8000-%012x".formatted(index, random.nextInt(1 << 30));
  }

  private String date(String zone) {
    return "20%02d-%02d-%02dT%02d:%02d:%02d.%03d%s"
        .formatted(
            random.nextInt(10, 30),
            random.nextInt(1, 13),
            random.nextInt(1, 29),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            random.nextInt(1000),
            zone);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String encrypt(String record, byte[] key, byte[] vector) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(record.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
