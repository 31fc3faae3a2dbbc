package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.mover;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fault 10: the whole function is cut off after each call over HTTP of each scenario. That call
 * takes effect, its answer and all later calls are lost, and the message is delivered again.
 */
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("10: a crash after every single call")
class CrashTest {

  private static final String KEY = "new_project/file.csv";

  /** The smallest file that is too large for CopyObject: 21 parts. */
  private static final long LARGE = (5L << 30) + 1;

  /** More calls than any scenario makes. */
  private static final int ENOUGH = 200;

  /** Events before or during the delivery that is cut off. */
  interface Scenario extends BiConsumer<FaultS3, Settings> {}

  static Stream<Arguments> scenarios() {
    Map<String, Scenario> all =
        Map.of(
            "undisturbed", (s3, settings) -> {},
            "overwritten before the copy",
                (s3, settings) -> s3.before("CopyObject", () -> s3.write(KEY, "two")),
            "overwritten after the copy",
                (s3, settings) -> s3.after("CopyObject", () -> s3.write(KEY, "two")),
            "overtaken by another worker",
                (s3, settings) ->
                    s3.before(
                        "CopyObject",
                        () -> {
                          s3.write(KEY, "two");
                          mover(s3, settings, KEY, false).move();
                        }),
            "large", (s3, settings) -> s3.write(KEY, "large", LARGE, Map.of()),
            "large, overwritten in the middle",
                (s3, settings) -> {
                  s3.write(KEY, "large", LARGE, Map.of());
                  s3.before(
                      "CompleteMultipartUpload", () -> s3.write(KEY, "larger", LARGE, Map.of()));
                },
            "large, at a target that may not be read",
                (s3, settings) -> {
                  s3.write(KEY, "large", LARGE, Map.of());
                  s3.target.mayBeRead = false;
                },
            "large, continued by another worker",
                (s3, settings) -> {
                  s3.write(KEY, "large", LARGE, Map.of());
                  s3.before("CompleteMultipartUpload", () -> mover(s3, settings, KEY, true).move());
                },
            "large, resumed",
                (s3, settings) -> {
                  s3.write(KEY, "large", LARGE, Map.of());
                  cutOff(s3, settings, 1, 15);
                });
    return Stream.of(MOVE, KEEP)
        .flatMap(
            settings ->
                all.entrySet().stream()
                    .map(
                        it ->
                            Arguments.of(
                                (settings.keepFiles() ? "keep: " : "move: ") + it.getKey(),
                                settings,
                                it.getValue())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void endsWithTheNewestVersionAndNothingLost(String name, Settings settings, Scenario scenario) {
    boolean cut = true;
    int calls = 0;
    for (; cut && calls < ENOUGH; calls++) {
      FaultS3 s3 = FaultS3.create();
      s3.write(KEY, "one");
      scenario.accept(s3, settings);
      cut = cutOff(s3, settings, 1, calls);
      s3.heal();

      try (Wire wire = Wire.to(s3)) {
        FunctionUnderTest function = function(wire, settings);
        assertThat(function.deliver(2, KEY)).as("%s", function.log).isTrue();
        // A version that was written meanwhile has its own event.
        assertThat(function.deliver(1, KEY)).as("%s", function.log).isTrue();
      }

      assertThat(KEY + "=" + s3.target(KEY))
          .as("%s, cut off after call %d of %s", name, calls, s3.journal)
          .isEqualTo(s3.written.get(s3.written.size() - 1));
      assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
      assertThat(s3.current(FaultS3.EXPORT, KEY).isPresent()).isEqualTo(settings.keepFiles());
      // An upload that is cut off before its tag is written is lost, but has no parts yet.
      assertThat(s3.uploads().values()).allMatch(upload -> upload.parts().isEmpty());
    }
    assertThat(calls).as("calls of the scenario").isBetween(4, ENOUGH - 1);
  }

  /** Delivers the message to a function that ends after this many calls; false if it made fewer. */
  private static boolean cutOff(FaultS3 s3, Settings settings, int receiveCount, int calls) {
    try (Wire wire = Wire.to(s3)) {
      wire.server().cutAfter(calls);
      function(wire, settings).deliver(receiveCount, KEY);
      return wire.server().hasCut();
    }
  }

  private static FunctionUnderTest function(Wire wire, Settings settings) {
    FunctionUnderTest function = new FunctionUnderTest(wire.client());
    function.settings = settings;
    return function;
  }
}
