package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void theMedianIsTheMiddleValue() {
    assertThat(Comparison.median(DoubleStream.of(9, 1, 5))).isEqualTo(5);
    assertThat(Comparison.median(DoubleStream.of(4))).isEqualTo(4);
  }

  @Test
  void theMedianOfAnEvenNumberOfValuesIsTheMeanOfTheMiddleTwo() {
    assertThat(Comparison.median(DoubleStream.of(8, 1, 2, 4))).isEqualTo(3);
  }

  @Test
  void theRatioIsTheMedianOfTheRatiosOfThePairs() {
    // The machine was slow in the second pair, for both sides.
    Comparison comparison =
        new Comparison(Measure.FIT, List.of(110.0, 60.0, 105.0), List.of(100.0, 50.0, 100.0));
    assertThat(comparison.ourMedian()).isEqualTo(105);
    assertThat(comparison.otherMedian()).isEqualTo(100);
    assertThat(comparison.ratio()).isCloseTo(1.1, within(1e-12));
    assertThat(comparison.holds()).isTrue();
  }

  @Test
  void aRatioOutsideItsBoundMissesTheTarget() {
    assertThat(new Comparison(Measure.FIT, List.of(99.0), List.of(100.0)).holds()).isFalse();
    assertThat(new Comparison(Measure.MEMORY, List.of(99.0), List.of(100.0)).holds()).isTrue();
    assertThat(new Comparison(Measure.MEMORY, List.of(101.0), List.of(100.0)).holds()).isFalse();
  }

  @Test
  void aMeasureWithoutABoundAlwaysMeetsItsTarget() {
    Comparison slow = new Comparison(Measure.DILATED, List.of(1.0), List.of(100.0));
    assertThat(slow.holds()).isTrue();
    assertThat(slow.measure().bound()).hasToString("none");
  }

  @Test
  void unpairedValuesAreRejected() {
    assertThatThrownBy(() -> new Comparison(Measure.FIT, List.of(1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values must come in pairs");
  }
}
