package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Normalises each channel: {@code gamma · (x - mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>In training, mean and variance are those of the batch, and the moving ones follow: {@code
 * moving = moving · momentum + batch · (1 - momentum)}, with the biased variance of the batch. In
 * inference the moving ones are used.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma, beta, moving mean and moving variance {@code
 * [channels]}, the size along the axis, output as the input.
 *
 * <p>Source: {@code keras/src/layers/normalization/batch_normalization.py}, Keras 3.15; Ioffe and
 * Szegedy, "Batch Normalization", ICML 2015.
 *
 * @param axis the axis of the channels, the batch being axis 0; below 0 if counted from the end
 * @param momentum how much of the moving mean and variance a step keeps, in [0, 1)
 * @param epsilon added to the variance, above 0
 * @param gammaBeta what is multiplied by and added then
 * @param movingMeanInitializer how the moving mean starts
 * @param movingVarianceInitializer how the moving variance starts
 */
public record BatchNormalization(
    int axis,
    double momentum,
    double epsilon,
    GammaBeta gammaBeta,
    Initializer movingMeanInitializer,
    Initializer movingVarianceInitializer)
    implements Keeping, ScaledAndCentered<BatchNormalization> {

  /** Checks the ranges. */
  public BatchNormalization {
    Arguments.requireFraction("momentum", momentum);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A batch normalisation of the last axis with momentum 0.99 and epsilon 0.001. */
  public static BatchNormalization of() {
    return new BatchNormalization(-1, 0.99, 0.001, GammaBeta.of(), Zeros.of(), Ones.of());
  }

  /** Sets the axis of the channels, the batch being axis 0; the last, -1, unless set. */
  public BatchNormalization axis(int axis) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the momentum, in [0, 1); 0.99 unless set. */
  public BatchNormalization momentum(double momentum) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public BatchNormalization epsilon(double epsilon) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets how the moving mean starts; {@link Zeros} unless set. */
  public BatchNormalization movingMeanInitializer(Initializer movingMeanInitializer) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets how the moving variance starts; {@link Ones} unless set. */
  public BatchNormalization movingVarianceInitializer(Initializer movingVarianceInitializer) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  @Override
  public BatchNormalization gammaBeta(GammaBeta gammaBeta) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape channels = Axes.size(inputs, axis);
    List<WeightSpec> weights = gammaBeta.weights(inputs, channels);
    weights.add(inputs.nonTrainable("moving_mean", channels, movingMeanInitializer));
    weights.add(inputs.nonTrainable("moving_variance", channels, movingVarianceInitializer));
    return LayerGeometry.of(inputs.single(), weights);
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
