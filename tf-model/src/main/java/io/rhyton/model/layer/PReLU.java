package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Parametric rectified linear unit: {@code x} if positive, else {@code alpha · x} with trainable
 * alpha.
 *
 * <p>Shapes: input {@code [batch, …]}, alpha like a sample, with size 1 along the shared axes,
 * output same as the input.
 *
 * <pre>{@code
 * Layer layer = PReLU.of().sharedAxes(1, 2);                   // one slope per channel
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/activations/prelu.py}, Keras 3.15; He et al., "Delving Deep
 * into Rectifiers", ICCV 2015.
 *
 * @param alpha the options of alpha
 * @param sharedAxes the axes along which alpha is shared, with the batch as axis 0: 1 and 2 for one
 *     alpha per channel of an image
 */
public record PReLU(WeightOptions alpha, List<Integer> sharedAxes) implements RankPreserving {

  public PReLU {
    Objects.requireNonNull(alpha, "alpha");
    sharedAxes = Arguments.copyOf("sharedAxes", sharedAxes);
  }

  /** Creates the layer with an alpha for each value of a sample, initialized to 0. */
  public static PReLU of() {
    return new PReLU(WeightOptions.of(Zeros.of()), List.of());
  }

  /** Sets the initializer of alpha; defaults to {@link Zeros}. */
  public PReLU alphaInitializer(Initializer alphaInitializer) {
    Objects.requireNonNull(alphaInitializer, "alphaInitializer");
    return new PReLU(alpha.initializer(alphaInitializer), sharedAxes);
  }

  /** Sets the regularizer of alpha; none by default. */
  public PReLU alphaRegularizer(@Nullable Regularizer alphaRegularizer) {
    return new PReLU(alpha.regularizer(alphaRegularizer), sharedAxes);
  }

  /** Sets the constraint on alpha; none by default. */
  public PReLU alphaConstraint(@Nullable Constraint alphaConstraint) {
    return new PReLU(alpha.constraint(alphaConstraint), sharedAxes);
  }

  /** Sets the axes along which alpha is shared; none by default. */
  public PReLU sharedAxes(int... sharedAxes) {
    Objects.requireNonNull(sharedAxes, "sharedAxes");
    return new PReLU(alpha, Axes.of(sharedAxes));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = Axes.check(inputs, sharedAxes);
    // With a negative axis, Keras shares the wrong one: -1 shares the axis before the last.
    if (sharedAxes.stream().anyMatch(axis -> axis < 0)) {
      throw inputs.mismatch(
          "shared axes counted from the front", sharedAxes.toString(), "Use axes from 1.");
    }
    long[] sizes = input.tail().asArray();
    sharedAxes.forEach(axis -> sizes[axis - 1] = 1);
    return LayerGeometry.of(input, inputs.trainable("alpha", Shape.of(sizes), alpha));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.preLU(this);
  }
}
