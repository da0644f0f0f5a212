package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

  @Test
  void theTableIsAlignedMarkdown() {
    Comparison fit = new Comparison(Measure.FIT, List.of(790.4, 801.0), List.of(700.2, 702.0));
    Comparison predict = new Comparison(Measure.PREDICT, List.of(1.234), List.of(20.05));
    assertThat(ComparisonTable.of(List.of(fit, predict)))
        .isEqualTo(
            """
            | measure            | unit     | Rhyton | baseline | ratio | target  | met |
            | ------------------ | -------- | ------ | -------- | ----- | ------- | --- |
            | fit, float32       | images/s | 796    | 701      | 1.135 | >= 1.00 | yes |
            | predict, one image | ms       | 1.23   | 20.1     | 0.062 | <= 0.05 | no  |
            """);
  }
}
