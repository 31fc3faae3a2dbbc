package io.exportctl.lambda;

import static java.util.Map.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** <a href="https://github.com/gaul/s3proxy">S3Proxy</a> in memory, and where it differs. */
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
              entry("tagsAVersionThatIsNotCurrent", NO_TAGS),
              entry("takesOddKeys: \"../up\"", "500, since keys are paths of files"),
              entry("takesOddKeys: \"folder/\"", "has no bytes, being a directory"),
              entry("theChecksumOfTheWholeIsThatOfTheSource", "keeps no checksums")));

  private static Emulator emulator;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    int port = Emulator.freePort();
    Path properties = directory.resolve("s3proxy.properties");
    Files.writeString(
        properties,
        """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=none
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=transient-nio2
        jclouds.identity=a
        jclouds.credential=b
        """
            .formatted(port));
    emulator =
        Emulator.start(
            "s3proxy",
            port,
            List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
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
