package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * The scale gamma and the offset beta of a normalization layer. Set them with the methods of {@link
 * ScaledAndCentered} on the layer itself.
 *
 * @param center whether to add beta
 * @param scale whether to multiply by gamma
 * @param beta the options of beta
 * @param gamma the options of gamma
 */
public record GammaBeta(boolean center, boolean scale, WeightOptions beta, WeightOptions gamma) {

  public GammaBeta {
    Objects.requireNonNull(beta, "beta");
    Objects.requireNonNull(gamma, "gamma");
  }

  /** Creates the default: both, with beta initialized to zeros and gamma to ones. */
  public static GammaBeta of() {
    return new GammaBeta(true, true, WeightOptions.of(Zeros.of()), WeightOptions.of(Ones.of()));
  }

  /** Sets whether to add beta. */
  public GammaBeta center(boolean center) {
    return new GammaBeta(center, scale, beta, gamma);
  }

  /** Sets whether to multiply by gamma. */
  public GammaBeta scale(boolean scale) {
    return new GammaBeta(center, scale, beta, gamma);
  }

  /** Sets the options of beta. */
  public GammaBeta beta(WeightOptions beta) {
    return new GammaBeta(center, scale, beta, gamma);
  }

  /** Sets the options of gamma. */
  public GammaBeta gamma(WeightOptions gamma) {
    return new GammaBeta(center, scale, beta, gamma);
  }

  /** Returns the gamma and beta in use, with the given shape, in Keras's order. */
  List<WeightSpec> weights(LayerInputs inputs, Shape shape) {
    List<WeightSpec> weights = new ArrayList<>();
    if (scale) {
      weights.add(inputs.trainable("gamma", shape, gamma));
    }
    if (center) {
      weights.add(inputs.trainable("beta", shape, beta));
    }
    return weights;
  }
}
