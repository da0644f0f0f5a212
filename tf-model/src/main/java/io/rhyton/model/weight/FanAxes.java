package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * An initializer for a kernel with several input or output axes, as in attention: all of them count
 * towards fan-in and fan-out.
 *
 * <p>It has no counterpart among Keras's classes, as Keras derives the fans from the layer.
 *
 * <p>Source: {@code keras/src/layers/core/einsum_dense.py}, Keras 3.15.
 *
 * @param initializer the initializer of the kernel
 * @param inputAxes the number of leading axes that are inputs; the remaining ones are outputs
 */
public record FanAxes(Initializer initializer, int inputAxes) implements Initializer {

  public FanAxes {
    Objects.requireNonNull(initializer, "initializer");
    Arguments.requirePositive("inputAxes", inputAxes);
  }

  /** Wraps an initializer with the number of input axes. */
  public static FanAxes of(Initializer initializer, int inputAxes) {
    return new FanAxes(initializer, inputAxes);
  }

  @Override
  public boolean supports(Shape shape) {
    return initializer.supports(shape);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.fanAxes(this);
  }
}
