package io.rhyton.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.model.layer.Normalization;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The mean and variance of samples. */
class NormalizationStatisticsTest {
  private static final Offset<Double> TINY = within(1e-6);
  private static final Dataset VECTORS =
      Dataset.vectors(new float[][] {{1, 10, 1000}, {2, 30, 1000}, {6, 20, 1000}});
  private static final Dataset IMAGES =
      Dataset.images(2, 1, 2, new float[] {1, 2, 3, 4, 5, 6, 7, 9}, new int[] {0, 1});

  @Test
  void eachFeatureHasItsOwnStatistics() {
    Normalization adapted = NormalizationStatistics.adapt(Normalization.of(), VECTORS);
    assertThat(adapted.axis()).containsExactly(-1);
    assertClose(adapted.mean(), 3, 20, 1000);
    assertClose(adapted.variance(), 14.0 / 3, 200.0 / 3, 0);
  }

  @Test
  void eachChannelOrRowHasItsOwnStatistics() {
    Normalization channels = NormalizationStatistics.adapt(Normalization.of(), IMAGES);
    assertClose(channels.mean(), 4, 5.25);
    assertClose(channels.variance(), 5, 6.6875);
    Normalization rows = NormalizationStatistics.adapt(Normalization.of().axis(1), IMAGES);
    assertClose(rows.mean(), 3.5, 5.75);
    assertClose(rows.variance(), 4.25, 5.6875);
  }

  @Test
  void withoutAnAxisTheStatisticsAreGlobal() {
    Normalization adapted =
        NormalizationStatistics.adapt(Normalization.of().axis(List.of()).invert(true), IMAGES);
    assertThat(adapted.invert()).isTrue();
    assertClose(adapted.mean(), 4.625);
    assertClose(adapted.variance(), 6.234375);
  }

  @Test
  void severalAxesAndMissingOnesAreRejected() {
    assertThatThrownBy(() -> NormalizationStatistics.adapt(Normalization.of().axis(1, 2), IMAGES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axis must be none, or a single axis of samples of rank 3, got [1, 2]");
    assertThatThrownBy(() -> NormalizationStatistics.adapt(Normalization.of().axis(4), IMAGES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axis must be none, or a single axis of samples of rank 3, got [4]");
  }

  private static void assertClose(@Nullable List<Double> actual, double... expected) {
    assertThat(actual).isNotNull().hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i)).isCloseTo(expected[i], TINY);
    }
  }
}
