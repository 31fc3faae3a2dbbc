package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class ChecksumsTest {

  @Test
  void readsWhatIsOverTheWholeObject() {
    HeadObjectResponse head =
        HeadObjectResponse.builder()
            .checksumSHA256("sha")
            .checksumCRC32("crc")
            .checksumType(ChecksumType.FULL_OBJECT)
            .build();

    assertThat(Checksums.of(head).byAlgorithm()).isEqualTo(Map.of("CRC32", "crc", "SHA256", "sha"));
  }

  @Test
  void leavesOutWhatIsComposedOfParts() {
    assertThat(
            Checksums.of(
                    HeadObjectResponse.builder()
                        .checksumCRC32("crc")
                        .checksumType(ChecksumType.COMPOSITE)
                        .build())
                .byAlgorithm())
        .isEmpty();
    assertThat(
            Checksums.of(HeadObjectResponse.builder().checksumSHA256("sha-3").build())
                .byAlgorithm())
        .isEmpty();
  }

  @Test
  void comparesOnlyWhatBothSidesKnow() {
    Checksums source =
        Checksums.of(HeadObjectResponse.builder().checksumCRC32("a").checksumSHA1("s").build());

    assertThat(source.differenceTo(of("a"))).isEmpty();
    assertThat(source.differenceTo(new Checksums(Map.of("CRC64NVME", "z")))).isEmpty();
    assertThat(source.differenceTo(of("b")))
        .contains("CRC32 is a at the source and b at the target");
  }

  private static Checksums of(String crc32) {
    return Checksums.of(CopyObjectResult.builder().checksumCRC32(crc32).build());
  }
}
