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
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Normalizes each channel: {@code gamma · (x - mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>During training, mean and variance are computed from the batch, and the moving averages are
 * updated: {@code moving = moving · momentum + batch · (1 - momentum)}, with the biased variance of
 * the batch. During inference, the moving averages are used.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma, beta, moving mean and moving variance {@code
 * [channels]}, the size along the axis, output same as the input.
 *
 * <pre>{@code
 * ModelSpec block = Sequential.image(32, 32, 3)
 *     .add(Conv2D.of(32, 3).useBias(false))
 *     .add(BatchNormalization.of().momentum(0.9))
 *     .add(Activation.of(RELU))
 *     .build("block");
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/normalization/batch_normalization.py}, Keras 3.15; Ioffe and
 * Szegedy, "Batch Normalization", ICML 2015.
 *
 * @param axis the channel axis, with the batch as axis 0; negative values count from the end
 * @param momentum the momentum of the moving averages, in [0, 1)
 * @param epsilon a constant added to the variance, above 0
 * @param gammaBeta the scale gamma and the offset beta
 * @param movingMeanInitializer the initializer of the moving mean
 * @param movingVarianceInitializer the initializer of the moving variance
 */
public record BatchNormalization(
    int axis,
    double momentum,
    double epsilon,
    GammaBeta gammaBeta,
    Initializer movingMeanInitializer,
    Initializer movingVarianceInitializer)
    implements RankPreserving, ScaledAndCentered<BatchNormalization> {

  public BatchNormalization {
    Objects.requireNonNull(gammaBeta, "gammaBeta");
    Objects.requireNonNull(movingMeanInitializer, "movingMeanInitializer");
    Objects.requireNonNull(movingVarianceInitializer, "movingVarianceInitializer");
    Arguments.requireFraction("momentum", momentum);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates a batch normalization over the last axis with momentum 0.99 and epsilon 0.001. */
  public static BatchNormalization of() {
    return new BatchNormalization(-1, 0.99, 0.001, GammaBeta.of(), Zeros.of(), Ones.of());
  }

  /** Sets the channel axis, with the batch as axis 0; defaults to -1, the last. */
  public BatchNormalization axis(int axis) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the momentum of the moving averages, in [0, 1); defaults to 0.99. */
  public BatchNormalization momentum(double momentum) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the epsilon, above 0; defaults to 0.001. */
  public BatchNormalization epsilon(double epsilon) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the initializer of the moving mean; defaults to {@link Zeros}. */
  public BatchNormalization movingMeanInitializer(Initializer movingMeanInitializer) {
    return new BatchNormalization(
        axis, momentum, epsilon, gammaBeta, movingMeanInitializer, movingVarianceInitializer);
  }

  /** Sets the initializer of the moving variance; defaults to {@link Ones}. */
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
