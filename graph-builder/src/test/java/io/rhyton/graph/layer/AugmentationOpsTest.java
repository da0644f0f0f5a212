package io.rhyton.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.Weights;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class AugmentationOpsTest {

  /** Keras only draws a position if images are both higher and wider than the crop. */
  @Test
  void aCropAsHighOrAsWideAsTheImageIsCentered() {
    assertThat(trained(RandomCrop.of(5, 4).seed(3))).containsExactly(trained(CenterCrop.of(5, 4)));
    assertThat(trained(RandomCrop.of(2, 7).seed(3))).containsExactly(trained(CenterCrop.of(2, 7)));
  }

  @Test
  void eachBatchIsCroppedAtADifferentPosition() {
    assertThat(trained(RandomCrop.of(2, 2).seed(3), 0))
        .isNotEqualTo(trained(RandomCrop.of(2, 2).seed(3), 1));
  }

  private static float[] trained(RankMapping<Image, Image> layer) {
    return trained(layer, 0);
  }

  private static float[] trained(RankMapping<Image, Image> layer, long step) {
    FloatNdArray image = NdArrays.ofFloats(Shape.of(1, 5, 7, 1));
    float[] numbers = new float[35];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    image.copyFrom(DataBuffers.of(numbers));
    return TrainingOutput.of(
        Sequential.image(5, 7, 1).add(layer).build("model"),
        Weights.builder().build(),
        image,
        step);
  }
}
