package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Vector;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether a bias is added; true unless set. */
  public Dense useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public Dense kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public Dense biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public Dense kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public Dense biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public Dense activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public Dense kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
  public Dense biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private Dense with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
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

  /** The components while one of them is changed. */
  private static final class Draft {
    private final int units;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint biasConstraint;

    private Draft(Dense layer) {
      units = layer.units;
      activation = layer.activation;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      biasInitializer = layer.biasInitializer;
      kernelRegularizer = layer.kernelRegularizer;
      biasRegularizer = layer.biasRegularizer;
      activityRegularizer = layer.activityRegularizer;
      kernelConstraint = layer.kernelConstraint;
      biasConstraint = layer.biasConstraint;
    }

    private Dense layer() {
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
  }
}
