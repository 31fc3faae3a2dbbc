package io.exportctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of comma-separated values. */
class CsvTest {

  @Test
  void quotesWhatWouldEndACell() {
    assertThat(Csv.line(List.of("a", "", "b, c", "d \"e\"", "f\ng", "h'i")))
        .isEqualTo("a,,\"b, c\",\"d \"\"e\"\"\",\"f\ng\",h'i");
  }

  @Test
  void keepsSpreadsheetsFromCalculating() {
    assertThat(Csv.line(List.of("=1+1", "+1", "-2", "@x", "\tx", "1=1")))
        .isEqualTo("'=1+1,'+1,'-2,'@x,'\tx,1=1");
  }
}
