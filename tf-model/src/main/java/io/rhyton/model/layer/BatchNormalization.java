package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Normalises each channel: {@code gamma · (x - mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>In training, mean and variance are those of the batch, and the moving ones follow: {@code
 * moving = moving · momentum + batch · (1 - momentum)}, with the biased variance of the batch. In
 * inference the moving ones are used.
 *
 * <p>Shapes: input {@code [batch, …, channels]}, gamma, beta, moving mean and moving variance
 * {@code [channels]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/normalization/batch_normalization.py}, Keras 3.15; Ioffe and
 * Szegedy, "Batch Normalization", ICML 2015.
 *
 * @param momentum how much of the moving mean and variance a step keeps, in [0, 1)
 * @param epsilon added to the variance, above 0
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 */
public record BatchNormalization(double momentum, double epsilon, boolean center, boolean scale)
    implements Keeping {

  /** Checks the ranges. */
  public BatchNormalization {
    Arguments.requireFraction("momentum", momentum);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A batch normalisation with momentum 0.99 and epsilon 0.001. */
  public static BatchNormalization of() {
    return new BatchNormalization(0.99, 0.001, true, true);
  }

  /** Sets the momentum, in [0, 1); 0.99 unless set. */
  public BatchNormalization momentum(double momentum) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public BatchNormalization epsilon(double epsilon) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /** Sets whether beta is added; true unless set. */
  public BatchNormalization center(boolean center) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  /** Sets whether gamma is multiplied; true unless set. */
  public BatchNormalization scale(boolean scale) {
    return new BatchNormalization(momentum, epsilon, center, scale);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    Shape channels = Shape.of(input.get(input.numDimensions() - 1));
    List<WeightSpec> weights = new ArrayList<>();
    if (scale) {
      weights.add(inputs.trainable("gamma", channels, Ones.of(), null));
    }
    if (center) {
      weights.add(inputs.trainable("beta", channels, Zeros.of(), null));
    }
    weights.add(inputs.nonTrainable("moving_mean", channels, Zeros.of()));
    weights.add(inputs.nonTrainable("moving_variance", channels, Ones.of()));
    return LayerGeometry.of(input, weights);
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return trainable;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.batchNormalization(this);
  }
}
