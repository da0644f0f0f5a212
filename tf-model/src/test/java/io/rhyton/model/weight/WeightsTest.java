package io.rhyton.model.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class WeightsTest {
  private final Weights weights =
      Weights.builder()
          .add("b/kernel", Shape.of(2, 2), new float[] {1, 2, 3, 4})
          .add("a/bias", Shape.of(1), new float[] {5})
          .build();

  @Test
  void weightsKeepTheOrderOfTheModel() {
    assertThat(weights.names()).containsExactly("b/kernel", "a/bias");
    assertThat(weights.parameterCount()).isEqualTo(5);
    assertThat(weights.get("b/kernel").getFloat(1, 0)).isEqualTo(3);
  }

  @Test
  void valuesAreCopies() {
    weights.values("a/bias")[0] = 9;
    assertThat(weights.values("a/bias")).containsExactly(5);
  }

  @Test
  void equalityIsBitForBit() {
    Weights other =
        Weights.builder()
            .add("b/kernel", Shape.of(2, 2), new float[] {1, 2, 3, 4})
            .add("a/bias", Shape.of(1), new float[] {Math.nextUp(5f)})
            .build();
    assertThat(other).isNotEqualTo(weights);
  }

  @Test
  void anUnknownNameIsReportedWithTheAvailableOnes() {
    assertThatThrownBy(() -> weights.get("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no weight named 'c'; available: [b/kernel, a/bias]");
  }

  @Test
  void aWrongNumberOfValuesIsRejected() {
    assertThatThrownBy(() -> Weights.builder().add("k", Shape.of(2, 3), new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight 'k' of shape [2, 3] must have 6 values, got 5");
  }

  @Test
  void aDuplicateNameIsRejected() {
    assertThatThrownBy(
            () ->
                Weights.builder()
                    .add("k", Shape.of(1), new float[1])
                    .add("k", Shape.of(1), new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight 'k' is already present");
  }

  @Test
  void aBufferIsAReadOnlyViewOfTheValues() {
    Weights weights = Weights.builder().add("d/bias", Shape.of(2), new float[] {1, 2}).build();
    FloatBuffer buffer = weights.buffer("d/bias");
    assertThat(buffer.isReadOnly()).isTrue();
    assertThat(new float[] {buffer.get(), buffer.get()}).containsExactly(1, 2);
    assertThat(weights.buffer("d/bias").remaining()).isEqualTo(2);
  }
}
