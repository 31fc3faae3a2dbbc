package io.exportctl.lambda;

import static java.util.Map.entry;

import io.exportctl.s3.Deviations;
import io.exportctl.s3.Emulator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs the contract on <a href="https://github.com/adobe/S3Mock">S3Mock</a>, with its deviations.
 */
@Tag("nightly")
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
              entry(
                  "headAndCopyOfAFileWithACustomersKeyAre400",
                  "stores it as if it had no such key"),
              entry("headTellsTheNumberOfTags", "tells none"),
              entry("listsVersionsTheNewestFirstPageByPage", "knows one page only"),
              entry("moverKeepsAFile", "tells no tags on HEAD, so that no mark is looked for"),
              entry("ofTwoUploadsThatWhichBeganLastWins", "that which ends last does"),
              entry("refusesABucketOfAnotherOwner", "ignores the owner"),
              entry("refusesASourceOfAnotherOwner", "ignores the owner")));

  private static Emulator emulator;
  private static S3Client client;

  @BeforeAll
  static void start() throws Exception {
    emulator = Emulator.s3Mock();
    client = Wire.client(emulator.uri());
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      client.close();
      emulator.close();
    }
  }

  @Override
  protected S3Client client() {
    return client;
  }
}
