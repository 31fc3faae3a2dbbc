package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The sweep over up to ten million files, all of which are stuck. */
class LargePrefixTest {

  private static final int PAGE = 1000;

  private final Prefix prefix = new Prefix();
  private final FunctionUnderTest function = new FunctionUnderTest(prefix);

  @Test
  void reachesTheEndInThreeStepsAndTellsTheQueueOfAFewFiles() {
    prefix.files = 10_000_000;
    List<String> hints = sweep(4000); // pages of 150 ms each take ten minutes

    assertThat(prefix.lists).hasValue(10_000);
    assertThat(function.log).hasSize(6);
    assertThat(function.log.get(4)).contains("\"complete\":true", "\"waiting\":10000000");
    assertThat(function.log.get(5)).endsWith("\"waiting\":10000000,\"oldest_age\":86400}");
    assertThat(hints).hasSize(Sweep.ROOM).doesNotHaveDuplicates().contains(prefix.newFile());
  }

  @Test
  void tellsOfOtherFilesTheNextTimeAndOfTheNewOneEachTime() {
    prefix.files = 500_000;
    function.chance = new Random(1)::nextDouble;
    Set<String> first = new HashSet<>(sweep(200));
    function.queues.held[0] = 0;
    List<String> second = sweep(200);

    assertThat(first).contains(prefix.newFile());
    assertThat(second).contains(prefix.newFile());
    second.removeIf(first::contains);
    assertThat(second).hasSizeGreaterThan(Sweep.ROOM / 2);
  }

  @Test
  void looksForMarksOnAFewKeptFilesOnly() {
    function.settings = Fixtures.KEEP;
    prefix.files = 500_000;

    List<String> hints = sweep(200);

    assertThat(prefix.lists).hasValue(500);
    assertThat(prefix.tagReads).hasValue(3 * Leftovers.CAPACITY + 1);
    assertThat(hints).containsExactly(prefix.newFile());
    assertThat(function.log.get(5)).endsWith("\"waiting\":1,\"oldest_age\":3600}");
  }

  /** Runs all steps of one sweep, each of this many pages; returns the hints. */
  private List<String> sweep(int pages) {
    List<String> hints = new ArrayList<>();
    List<String> steps = List.of("{\"sweep\":{}}");
    while (!steps.isEmpty()) {
      int end = prefix.lists.get() + pages;
      function.remaining = () -> prefix.lists.get() < end ? 900_000 : 299_999;
      assertThat(function.handle(record("m", steps.get(0), 1))).isEqualTo(ALL_DONE);
      List<String> sent = function.queues.take();
      steps = sent.stream().filter(it -> it.startsWith("{\"sweep\"")).toList();
      sent.stream().filter(it -> !it.startsWith("{\"sweep\"")).forEach(hints::add);
      function.queues.held[0] = hints.size();
    }
    return hints;
  }

  /** A prefix of generated files: their keys are their numbers, and all but one are a day old. */
  private final class Prefix implements S3Client {

    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger tagReads = new AtomicInteger();
    int files;

    /** The hint for the file, near the end, that is an hour old. */
    String newFile() {
      return ObjectCreated.hint(FaultS3.EXPORT, key(last()), function.now);
    }

    private int last() {
      return files - 3;
    }

    private String key(int number) {
      return "new_project/" + (10_000_000 + number);
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
      lists.incrementAndGet();
      int from =
          request.continuationToken() == null ? 0 : Integer.parseInt(request.continuationToken());
      int to = from + PAGE;
      List<S3Object> page = new ArrayList<>(PAGE);
      Instant old = function.now.minus(Duration.ofDays(1));
      for (int i = from; i < to; i++) {
        Instant time = i == last() ? function.now.minus(Duration.ofHours(1)) : old;
        page.add(S3Object.builder().key(key(i)).lastModified(time).build());
      }
      return ListObjectsV2Response.builder()
          .contents(page)
          .nextContinuationToken(to < files ? "" + to : null)
          .build();
    }

    @Override
    public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
      tagReads.incrementAndGet();
      GetObjectTaggingResponse.Builder response = GetObjectTaggingResponse.builder().versionId("v");
      return request.key().equals(key(last()))
          ? response.tagSet(List.of()).build()
          : response.tagSet(FaultS3.tag("exportctl:delivered", "v")).build();
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
