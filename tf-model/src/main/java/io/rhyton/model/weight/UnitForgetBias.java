package io.rhyton.model.weight;

import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Initializes the bias of an LSTM: ones for the forget gate (the second quarter), another
 * initializer for the other gates.
 *
 * <p>It has no counterpart among Keras's classes; in Keras it is the layer's {@code
 * unit_forget_bias}.
 *
 * <p>Source: {@code keras/src/layers/rnn/lstm.py}, Keras 3.15; Jozefowicz, Zaremba and Sutskever,
 * "An empirical exploration of recurrent network architectures", ICML 2015.
 *
 * @param others the initializer of the biases of the other gates
 */
public record UnitForgetBias(Initializer others) implements Initializer {

  public UnitForgetBias {
    Objects.requireNonNull(others, "others");
  }

  /** Creates the initializer, with ones for the forget gate. */
  public static UnitForgetBias of(Initializer others) {
    return new UnitForgetBias(others);
  }

  @Override
  public boolean supports(Shape shape) {
    return others.supports(shape);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.unitForgetBias(this);
  }
}
