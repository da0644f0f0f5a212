package io.rhyton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.style.Styler.LegendPosition;

class ValueRangeTest {

  private static ValueRange range(double... curve) {
    return ValueRange.of(List.of(curve));
  }

  private static LegendPosition corner(double... curve) {
    return LegendCorner.emptiest(List.of(curve), range(curve));
  }

  @Test
  void theRangeHasAMargin() {
    ValueRange range = range(3, Double.NaN, 1);

    assertThat(range.low()).isLessThan(1).isGreaterThan(0.9);
    assertThat(range.high()).isGreaterThan(3).isLessThan(3.1);
  }

  @Test
  void constantCurveRunsThroughTheMiddle() {
    assertThat(range(-5, -5).position(-5)).isCloseTo(0.5, within(0.01));
    assertThat(range(0).position(0)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void noValuesSpanZeroToOne() {
    assertThat(range(Double.NaN)).isEqualTo(new ValueRange(0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1.5, 1, 1.0",
    "0, 0.5, 0.2, 0.2",
    "0.90, 0.95, 0.92, 0.92",
    "0, 400, 100, 100",
    "0, 2e-9, 1e-9, 1.0e-09",
    "1e9, 2e9, 1.2e9, 1.2e+09",
    "1, 1.000001, 1.0000002, 1.0000002"
  })
  void labelsHaveAsManyDecimalsAsTheirStepNeeds(double low, double high, double tick, String text) {
    assertThat(new ValueRange(low, high).text(tick)).isEqualTo(text);
  }

  @Test
  void legendAvoidsTheCurves() {
    assertThat(corner(9, 4, 2, 1)).isEqualTo(LegendPosition.InsideNE);
    assertThat(corner(1, 6, 8, 9)).isEqualTo(LegendPosition.InsideSE);
    assertThat(corner(1, 1, 1, 9)).isEqualTo(LegendPosition.InsideNW);
    assertThat(corner(9, 9, 9, 1)).isEqualTo(LegendPosition.InsideSW);
  }
}
