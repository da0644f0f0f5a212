package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.WeightOptions;
import org.tensorflow.ndarray.Shape;

/**
 * Multiplies each channel by a trainable number, gamma, that starts small: the layer of ConvNeXt
 * that scales a residual branch.
 *
 * <p>Shapes: input {@code [batch, …, channels]}, gamma {@code [channels]}, output same as the
 * input.
 *
 * <p>Source: {@code keras/src/applications/convnext.py}, Keras 3.15; Touvron et al., "Going deeper
 * with Image Transformers", ICCV 2021.
 *
 * @param initValues the initial value of gamma
 * @param projectionDim the number of channels, at least 1
 */
public record LayerScale(double initValues, int projectionDim) implements RankPreserving {

  public LayerScale {
    Arguments.requireFinite("initValues", initValues);
    Arguments.requirePositive("projectionDim", projectionDim);
  }

  /**
   * Creates the layer.
   *
   * @param initValues the initial value of gamma, 1e-6 in ConvNeXt
   * @param projectionDim the number of channels, at least 1
   */
  public static LayerScale of(double initValues, int projectionDim) {
    return new LayerScale(initValues, projectionDim);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.features();
    int last = input.numDimensions() - 1;
    inputs.requireKnown(input, last, "number of channels");
    if (input.get(last) != projectionDim) {
      throw inputs.mismatch(
          "input of " + projectionDim + " channels",
          Long.toString(input.get(last)),
          "Set projectionDim to the number of channels.");
    }
    WeightOptions gamma = WeightOptions.of(Constant.of(initValues));
    return LayerGeometry.of(input, inputs.trainable("gamma", Shape.of(projectionDim), gamma));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.layerScale(this);
  }
}
