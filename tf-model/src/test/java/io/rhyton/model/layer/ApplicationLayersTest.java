package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code keras.applications}. */
class ApplicationLayersTest {

  @Test
  void aLayerScaleHasOneGammaPerChannel() {
    assertThat(
            Sequential.image(Sizes.ANY, 5, 3)
                .add(LayerScale.of(1e-6, 3))
                .build("m")
                .resolve()
                .weights())
        .singleElement()
        .hasToString(
            "WeightSpec[name=layer_scale/gamma, shape=[3], trainable=true,"
                + " initializer=Constant[value=1.0E-6], regularizer=null, constraint=null]");
  }

  @Test
  void aLayerScaleOfAnotherNumberOfChannelsIsRejected() {
    assertThatThrownBy(() -> Sequential.image(5, 5, 3).add(LayerScale.of(1, 1)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'layer_scale' (LayerScale): expected input of 1 channels, got 3."
                + " Set projectionDim to the number of channels.");
  }

  @Test
  void aLayerScaleOfAnUnknownNumberOfChannelsIsRejected() {
    LayerInputs inputs =
        new LayerInputs("scale", "LayerScale", List.of(Shape.of(Sizes.ANY, Sizes.ANY)));

    assertThatThrownBy(() -> LayerScale.of(1, 3).geometry(inputs))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'scale' (LayerScale): expected a known number of channels, got [?, ?]."
                + " Set the size of the input layer.");
  }

  @Test
  void aCustomScaleLayerOfOtherThanTwoInputsIsRejected() {
    Node<FeatureVector> vector = Functional.vector("vector", 3);
    Node<FeatureVector> scaled = CustomScaleLayer.of(0.1).on(List.of(vector, vector, vector));

    assertThatThrownBy(() -> Functional.build("m", vector, scaled))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'custom_scale_layer' (CustomScaleLayer): expected two inputs, got 3."
                + " Pass exactly two.");
  }
}
