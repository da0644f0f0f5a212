package io.rhyton.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.junit.jupiter.api.Test;

class HistogramBucketsTest {

  private static double[][] rows(float... values) {
    DoubleBuffer numbers =
        ByteBuffer.wrap(HistogramBuckets.of(values).bytes())
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    double[][] rows = new double[HistogramBuckets.COUNT][HistogramBuckets.WIDTH];
    for (double[] row : rows) {
      numbers.get(row);
    }
    return rows;
  }

  @Test
  void bucketsHaveEqualWidthBetweenMinimumAndMaximum() {
    double[][] rows = rows(0, 30, 10.5f, 10.6f, 29.9f);
    assertThat(rows[0]).containsExactly(0, 1, 1);
    assertThat(rows[10]).containsExactly(10, 11, 2);
    assertThat(rows[11]).containsExactly(11, 12, 0);
    assertThat(rows[29]).containsExactly(29, 30, 2);
  }

  @Test
  void aSingleValueIsInTheLastBucket() {
    double[][] rows = rows(3, 3);
    assertThat(rows[0]).containsExactly(3, 3, 0);
    assertThat(rows[29]).containsExactly(3, 3, 2);
  }

  @Test
  void nonFiniteValuesAreIgnored() {
    assertThat(rows(1, Float.NaN, 1, Float.POSITIVE_INFINITY)[29]).containsExactly(1, 1, 2);
    assertThat(rows(Float.NaN)[29]).containsExactly(0, 0, 0);
    assertThat(rows()[0]).containsExactly(0, 0, 0);
  }
}
