package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnDemandTest {

  @Test
  void makesNothingUntilItIsAskedAndThenOneThingOnly() {
    AtomicInteger made = new AtomicInteger();
    OnDemand<Integer> it = new OnDemand<>(made::incrementAndGet);

    assertThat(made).hasValue(0);
    assertThat(it.get()).isEqualTo(1);
    assertThat(it.get()).isEqualTo(1);
  }
}
