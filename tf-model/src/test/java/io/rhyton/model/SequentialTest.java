package io.rhyton.model;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.shape.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialTest {

  @Test
  void layersAreNamedAndNumberedAsInKeras() {
    ModelSpec spec =
        Sequential.image(32, 32, 3)
            .add(Conv2D.of(8, 3))
            .add(Conv2D.of(8, 3))
            .add(BatchNormalization.of())
            .add(MaxPooling2D.of(2))
            .add(GlobalAveragePooling2D.of())
            .add(Dense.of(2))
            .build("m");
    assertThat(spec.layers())
        .extracting(LayerSpec::name)
        .containsExactly(
            "input_layer",
            "conv2d",
            "conv2d_1",
            "batch_normalization",
            "max_pooling2d",
            "global_average_pooling2d",
            "dense");
  }

  @Test
  void shapesAndWeightsAreInferred() {
    ResolvedModel model =
        Sequential.image(9, 7, 3)
            .add(Conv2D.of(4, 3).strides(2).padding(SAME).activation(RELU))
            .add(MaxPooling2D.of(2))
            .add(Flatten.of())
            .add("logits", Dense.of(10).useBias(false))
            .build("m")
            .resolve();
    assertThat(model.layers())
        .extracting(layer -> ShapeText.of(layer.outputShape()))
        .containsExactly("[?, 9, 7, 3]", "[?, 5, 4, 4]", "[?, 2, 2, 4]", "[?, 16]", "[?, 10]");
    assertThat(model.weights())
        .extracting(WeightSpec::name)
        .containsExactly("conv2d/kernel", "conv2d/bias", "logits/kernel");
    assertThat(model.layer("conv2d").parameterCount()).isEqualTo(3 * 3 * 3 * 4 + 4);
  }

  @Test
  void aChainCanBeExtendedInTwoWays() {
    Sequential<Image> trunk = Sequential.image(8, 8, 1).add(Conv2D.of(2, 3));
    ModelSpec one = trunk.add(Flatten.of()).build("one");
    ModelSpec two = trunk.add(GlobalAveragePooling2D.of()).build("two");
    assertThat(one.layers()).hasSize(3);
    assertThat(ShapeText.of(two.resolve().outputShape())).isEqualTo("[?, 2]");
  }

  @Test
  void summarySizesAreRoundedLikeInPython() {
    assertThat(Sequential.vector(287).add(Dense.of(1)).build("m").summary())
        .contains("Total params: 288 (1.12 KB)");
  }

  @Test
  void modelsWithEqualLayersAreEqual() {
    assertThat(small("m")).isEqualTo(small("m")).hasSameHashCodeAs(small("m"));
    assertThat(small("m")).isNotEqualTo(small("n"));
  }

  private static ModelSpec small(String name) {
    return Sequential.vector(3).add(Dense.of(2)).add(Dropout.of(0.1)).build(name);
  }

  @Test
  void duplicateLayerNamesAreRejected() {
    assertThatThrownBy(
            () -> Sequential.vector(3).add("d", Dense.of(2)).add("d", Dense.of(2)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected unique layer names, got 'd' twice. Name one of them with add(name,"
                + " layer).");
  }

  @Test
  void anInvalidTensorFlowNameIsRejected() {
    assertThatThrownBy(() -> Sequential.vector(3).add("a/b", Dense.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer name must be letters, digits, '_', '.' or '-', got 'a/b'");
    for (String path : List.of(".", "..")) {
      assertThatThrownBy(() -> Sequential.vector(3).add(path, Dense.of(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("layer name must be a name rather than a path, got '%s'", path);
    }
  }

  @Test
  void oversizedTensorsAreReportedWithTheirLayer() {
    Sequential<Image> images = Sequential.image(8, 8, 1);
    assertThatThrownBy(() -> images.add(Conv2D.of(Integer.MAX_VALUE, 1)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'conv2d': expected fewer than 2^31 values in a sample of its output, got [?, 8,"
                + " 8, 2147483647]. Make it smaller.");
    assertThatThrownBy(() -> images.add(Flatten.of()).add(Dense.of(Integer.MAX_VALUE)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'dense': expected fewer than 2^31 values in 'dense/kernel', got [64,"
                + " 2147483647]. Make it smaller.");
  }

  @Test
  void aSequenceShorterThanTheWindowIsReportedWithItsLayer() {
    assertThatThrownBy(() -> Sequential.sequence(4, 1).add(MaxPooling1D.of(5)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'max_pooling1d' (MaxPooling1D): expected a sequence of 5 timesteps or more, got"
                + " [?, 4, 1]. Use padding(SAME), a smaller window, or fewer pooling layers before"
                + " it.");
  }

  @Test
  void anImageSmallerThanTheWindowIsReportedWithItsLayer() {
    assertThatThrownBy(
            () ->
                Sequential.image(4, 4, 1)
                    .add(MaxPooling2D.of(2))
                    .add("edges", Conv2D.of(8, 3))
                    .build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'edges' (Conv2D): expected an image of 3x3 pixels or more, got [?, 2, 2, 1]. "
                + "Use padding(SAME), a smaller window, or fewer pooling layers before it.");
  }
}
