package io.rhyton.model.weight;

import org.tensorflow.ndarray.Shape;

/**
 * How the bias of an LSTM starts: with ones for the forget gate, which is the second quarter, and
 * as another initializer says for the other gates.
 *
 * <p>Keras has no class for it; it comes from the layer's {@code unitForgetBias}.
 *
 * <p>Source: {@code keras/src/layers/rnn/lstm.py}, Keras 3.15; Jozefowicz, Zaremba and Sutskever,
 * "An empirical exploration of recurrent network architectures", ICML 2015.
 *
 * @param others how the other gates' bias starts
 */
public record UnitForgetBias(Initializer others) implements Initializer {

  /** Ones for the forget gate. */
  public static UnitForgetBias of(Initializer others) {
    return new UnitForgetBias(others);
  }

  @Override
  public boolean takes(Shape shape) {
    return others.takes(shape);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.unitForgetBias(this);
  }
}
