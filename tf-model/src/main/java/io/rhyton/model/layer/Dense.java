package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A fully connected layer: {@code activation(x · kernel + bias)}.
 *
 * <p>Shapes: input {@code [batch, features]}, kernel {@code [features, units]}, bias {@code
 * [units]}, output {@code [batch, units]}. In a model from a file there may be more axes between
 * batch and features, which stay as they are.
 *
 * <p>Source: {@code keras/src/layers/core/dense.py}, Keras 3.15.
 *
 * @param units values in the output, at least 1
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer what the kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param kernelConstraint what the kernel is brought back to after every step
 * @param biasConstraint what the bias is brought back to after every step
 */
public record Dense(
    int units,
    ActivationFunction activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint biasConstraint)
    implements Mapping<Vector, Vector> {

  /** Checks the ranges. */
  public Dense {
    Arguments.requirePositive("units", units);
  }

  /**
   * A fully connected layer.
   *
   * @param units values in the output, at least 1
   */
  public static Dense of(int units) {
    return new Dense(
        units,
        ActivationFunction.LINEAR,
        true,
        GlorotUniform.of(),
        Zeros.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Sets the activation; {@link ActivationFunction#LINEAR} unless set. */
  public Dense activation(ActivationFunction activation) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets whether a bias is added; true unless set. */
  public Dense useBias(boolean useBias) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public Dense biasInitializer(Initializer biasInitializer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public Dense kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public Dense biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public Dense activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public Dense kernelConstraint(@Nullable Constraint kernelConstraint) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
  public Dense biasConstraint(@Nullable Constraint biasConstraint) {
    return new Dense(
        units,
        activation,
        useBias,
        kernelInitializer,
        biasInitializer,
        kernelRegularizer,
        biasRegularizer,
        activityRegularizer,
        kernelConstraint,
        biasConstraint);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.features();
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        inputs.trainable(
            "kernel",
            Shape.of(input.get(-1), units),
            kernelInitializer,
            kernelRegularizer,
            kernelConstraint));
    if (useBias) {
      weights.add(
          inputs.trainable(
              "bias", Shape.of(units), biasInitializer, biasRegularizer, biasConstraint));
    }
    Shape output = input.take(input.numDimensions() - 1).append(units);
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.dense(this);
  }
}
