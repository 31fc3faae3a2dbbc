package io.exportctl.lambda;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** <a href="https://github.com/adobe/S3Mock">S3Mock</a>, and where it differs. */
@DisplayName("S3Mock")
class S3MockContractIT extends MoverContract {

  @RegisterExtension
  static final Deviations DEVIATIONS =
      new Deviations(
          Map.ofEntries(
              entry(
                  "anUploadThatHasEndedIsNoSuchUpload", "still lists the parts of a completed one"),
              entry("completeIsRefusedWhenTheSizeIsAnother", "ignores the size"),
              entry(
                  "conditionalDeletePutsAMarkerAndKeepsTheBytes",
                  "tells the version that it hides, not the marker's"),
              entry("copyCarriesTags", "does not decode the header, and tells it so"),
              entry("copyMindsIfMatchAtTheTarget", "ignores it"),
              entry("copyMindsIfNoneMatchAtTheTarget", "ignores it"),
              entry("copyReplacesTagsWhenTold", "carries them all the same"),
              entry("headTellsTheNumberOfTags", "tells none"),
              entry("listsVersionsTheNewestFirstPageByPage", "knows one page only"),
              entry("moverKeepsAFile", "tells no tags on HEAD, so that no mark is looked for"),
              entry("ofTwoUploadsThatWhichBeganLastWins", "that which ends last does"),
              entry("refusesABucketOfAnotherOwner", "ignores the owner")));

  private static Emulator emulator;

  @BeforeAll
  static void start() throws Exception {
    int port = Emulator.freePort();
    emulator =
        Emulator.start(
            "s3mock",
            port,
            List.of(
                "com.adobe.testing.s3mock.S3MockApplication",
                "--http.port=" + port, // else 9090 on all addresses
                "--server.port=0")); // TLS, which nobody asks for
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @Override
  S3Client client() {
    return emulator.client();
  }
}
