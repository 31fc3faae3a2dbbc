package io.exportctl.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramChecksTest {

  @ParameterizedTest
  @CsvSource({
    "1.11.4, 1.10, true",
    "1.10, 1.10.0, true",
    "1.9.8, 1.10, false",
    "1.10.0, 1.10.1, false",
    "2.0, 1.99.99, true",
    "Terraform v1.12.0-beta1, 1.12, true"
  })
  void comparesVersionsAsNumbers(String version, String required, boolean atLeast) {
    assertThat(ProgramChecks.isAtLeast(version, required)).isEqualTo(atLeast);
  }
}
