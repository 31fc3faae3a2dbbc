package io.exportctl.lambda;

import static java.util.Map.entry;

import io.exportctl.s3.Deviations;
import io.exportctl.s3.Emulator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs the contract on <a href="https://github.com/gaul/s3proxy">S3Proxy</a> in memory, with its
 * deviations.
 */
@Tag("nightly")
@DisplayName("S3Proxy")
class S3ProxyContractIT extends MoverContract {

  private static final String NO_TAGS = "knows no tags";
  private static final String NO_ACL = "knows no ACL bucket-owner-full-control: 501";
  private static final String IGNORED = "ignores it";

  @RegisterExtension
  static final Deviations DEVIATIONS =
      new Deviations(
          Map.ofEntries(
              entry("anUploadTakesAclAndTagsAtItsBeginning", NO_ACL),
              entry(
                  "anUploadThatHasEndedIsNoSuchUpload", "still lists the parts of a completed one"),
              entry("completeIsRefusedWhenTheSizeIsAnother", IGNORED),
              entry("completeRefusesPartsOutOfOrder", IGNORED),
              entry("conditionalDeleteOfADeletedKeyIs404", "adds a second marker"),
              entry("copyCarriesTags", NO_TAGS),
              entry("copyIsProvenByEtagAndChecksum", "keeps no checksums"),
              entry("copyMindsIfMatchAtTheTarget", IGNORED),
              entry("copyMindsIfNoneMatchAtTheTarget", IGNORED),
              entry("copyReplacesTagsWhenTold", NO_TAGS),
              entry("copyTakesAclAndAnnotationDirective", NO_ACL),
              entry("headTellsTheNumberOfTags", NO_TAGS),
              entry("listsPartsPageByPage", "knows one page only"),
              entry("moverCopiesInParts", NO_ACL),
              entry("moverDeliversTheNewestAfterARace", NO_ACL),
              entry("moverKeepsAFile", NO_ACL),
              entry("moverMovesASmallFile", NO_ACL),
              entry("ofTwoUploadsThatWhichBeganLastWins", "that which ends last does"),
              entry("refusesABucketOfAnotherOwner", IGNORED),
              entry("refusesASourceOfAnotherOwner", IGNORED),
              entry("tagsAVersionThatIsNotCurrent", NO_TAGS),
              entry("takesOddKeys: \"../up\"", "500, since keys are paths of files"),
              entry("takesOddKeys: \"folder/\"", "has no bytes, being a directory"),
              entry("theChecksumOfTheWholeIsThatOfTheSource", "keeps no checksums")));

  private static Emulator emulator;
  private static S3Client client;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    emulator = Emulator.s3Proxy(directory);
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
