package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * {@code x} where it is positive, else {@code alpha · x} with an alpha that is learnt.
 *
 * <p>Shapes: input {@code [batch, …]}, alpha as a sample with a size of 1 along the shared axes,
 * output as the input.
 *
 * <p>Source: {@code keras/src/layers/activations/prelu.py}, Keras 3.15; He et al., "Delving Deep
 * into Rectifiers", ICCV 2015.
 *
 * @param alphaInitializer how alpha starts
 * @param alphaRegularizer what alpha adds to the loss
 * @param alphaConstraint what alpha is brought back to after every step
 * @param sharedAxes the axes along which one alpha holds for all values, the batch being axis 0: 1
 *     and 2 for one alpha a channel of an image
 */
public record PReLU(
    Initializer alphaInitializer,
    @Nullable Regularizer alphaRegularizer,
    @Nullable Constraint alphaConstraint,
    List<Integer> sharedAxes)
    implements Keeping {

  /** Copies the list. */
  public PReLU {
    sharedAxes = List.copyOf(sharedAxes);
  }

  /** An alpha for each value of a sample, 0 at the start. */
  public static PReLU of() {
    return new PReLU(Zeros.of(), null, null, List.of());
  }

  /** Sets how alpha starts; {@link Zeros} unless set. */
  public PReLU alphaInitializer(Initializer alphaInitializer) {
    return new PReLU(alphaInitializer, alphaRegularizer, alphaConstraint, sharedAxes);
  }

  /** Sets what alpha adds to the loss; nothing unless set. */
  public PReLU alphaRegularizer(@Nullable Regularizer alphaRegularizer) {
    return new PReLU(alphaInitializer, alphaRegularizer, alphaConstraint, sharedAxes);
  }

  /** Sets what alpha is brought back to after every step; nothing unless set. */
  public PReLU alphaConstraint(@Nullable Constraint alphaConstraint) {
    return new PReLU(alphaInitializer, alphaRegularizer, alphaConstraint, sharedAxes);
  }

  /** Sets the axes along which one alpha holds for all values; none unless set. */
  public PReLU sharedAxes(int... sharedAxes) {
    return new PReLU(alphaInitializer, alphaRegularizer, alphaConstraint, Axes.of(sharedAxes));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = Axes.check(inputs, sharedAxes);
    // Keras counts only from the front here: with -1 it shares the axis before the last.
    if (sharedAxes.stream().anyMatch(axis -> axis < 0)) {
      throw inputs.mismatch(
          "shared axes counted from the front", sharedAxes.toString(), "Name axes from 1 on.");
    }
    long[] alpha = input.tail().asArray();
    sharedAxes.forEach(axis -> alpha[axis - 1] = 1);
    return LayerGeometry.of(
        input,
        inputs.trainable(
            "alpha", Shape.of(alpha), alphaInitializer, alphaRegularizer, alphaConstraint));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.preLU(this);
  }
}
