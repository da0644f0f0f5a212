package io.rhyton.session.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GatheredOutputTest {
  @Test
  void batchesOfAnySizeAreConcatenated() {
    GatheredOutput all = new GatheredOutput(output(2, 3), 0);
    for (int size = 1; size < 20; size++) {
      all.append(output(size, 3), size);
    }
    FloatNdArray joined = all.toNdArray();
    assertThat(joined.shape()).isEqualTo(Shape.of(190, 3));
    assertThat(joined.getFloat(0, 2)).isEqualTo(1);
    assertThat(joined.getFloat(189, 2)).isEqualTo(19);
  }

  @Test
  void outputsOfAnotherShapeAreRejected() {
    GatheredOutput all = new GatheredOutput(output(2, 3), 2);
    assertThatThrownBy(() -> all.append(output(2, 4), 2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Batch source: expected batches with outputs of [3], like the first, "
                + "got [4]. Predict the batches one by one.");
  }

  /** All values are equal to the batch size. */
  private static BatchOutput output(int size, int width) {
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(size, width))) {
      tensor.scalars().forEach(value -> value.setFloat(size));
      return BatchOutput.copyOf(tensor);
    }
  }
}
