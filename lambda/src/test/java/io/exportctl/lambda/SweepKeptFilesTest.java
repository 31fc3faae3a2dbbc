package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

@DisplayName("30: the sweep of files that are kept")
class SweepKeptFilesTest extends SweepScenario {

  @Test
  @DisplayName("30: of kept files the sweep hints at those without a mark")
  void findsKeptFilesThatWereNotDelivered() {
    function.settings = Fixtures.KEEP;
    write(60, "new_project/delivered", "new_project/lost", "new_project/copied");
    Fixtures.keep(s3, "new_project/delivered");
    s3.write("new_project/copied", "x", tag("exportctl:delivered", "another version"));
    function.now = function.now.plus(Duration.ofHours(1));

    sweepAndWork();

    assertThat(s3.versions(FaultS3.TARGET, "new_project/delivered")).hasSize(1);
    assertThat(s3.target("new_project/lost")).isEqualTo("new_project/lost");
    assertThat(s3.target("new_project/copied")).isEqualTo("x");
    assertThat(function.log.get(1)).contains("\"waiting\":2,\"oldest_age\":7200}");
    function.log.clear();
    sweep();
    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":0,\"oldest_age\":0}");
  }

  @Test
  @DisplayName("30: a kept file that cannot be marked is not copied every hour for ever")
  void findsAKeptFileWithTenTagsOnlyWhileItIsNew() {
    function.settings = Fixtures.KEEP;
    Tag[] ten = IntStream.range(0, 10).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
    s3.at(InstantSource.fixed(function.now));
    s3.write("new_project/a", "a", ten);

    int copies = 0;
    for (int hour = 0; hour < 10; hour++) {
      function.now = function.now.plus(Duration.ofMinutes(60));
      sweep();
      List<String> hints = function.queues.take();
      copies += hints.size();
      hints.forEach(hint -> function.handle(record("h", hint, 1)));
    }

    assertThat(copies).isEqualTo(1);
    assertThat(s3.target("new_project/a")).isEqualTo("a");
  }

  @Test
  @DisplayName("17: a kept file whose tags cannot be read")
  void hintsAtAFileWhoseTagsCannotBeRead() {
    function.settings = Fixtures.KEEP;
    write(60, "new_project/a", "new_project/b", "new_project/c");
    s3.fail("GetObjectTagging", 1, refusal(403, "AccessDenied"));

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.queues.take()).hasSize(3);
    assertThat(function.log.get(0))
        .contains("\"level\":\"warn\"", "\"action\":\"swept\"")
        .contains("the tags of some files (1) could not be read: GetObjectTagging was answered 403")
        .contains("; the function needs s3:GetObjectTagging\"");
  }

  @Test
  @DisplayName("30: a kept file that is deleted meanwhile is not waited for")
  void passesOverAKeptFileThatIsGone() {
    function.settings = Fixtures.KEEP;
    write(60, "new_project/a");
    s3.before("GetObjectTagging", () -> s3.mark("new_project/a"));

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":0,\"oldest_age\":0}");
  }
}
