package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.Objects;

/**
 * Applies an activation function elementwise.
 *
 * <pre>{@code
 * Layer layer = Activation.of(RELU);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/activations/activation.py}, Keras 3.15.
 *
 * @param activation the activation function
 */
public record Activation(ActivationFunction activation) implements RankPreserving {

  public Activation {
    Objects.requireNonNull(activation, "activation");
  }

  /** Creates a layer that applies the activation function. */
  public static Activation of(ActivationFunction activation) {
    return new Activation(activation);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.activation(this);
  }
}
