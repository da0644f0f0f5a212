package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * {@code x} where it is positive, else {@code alpha · (exp(x) - 1)}.
 *
 * <p>Source: {@code keras/src/layers/activations/elu.py}, Keras 3.15; Clevert et al., "Fast and
 * Accurate Deep Network Learning by Exponential Linear Units", ICLR 2016.
 *
 * @param alpha what the function falls to, with the sign turned
 */
public record ELU(double alpha) implements Keeping {

  /** Checks that alpha is finite. */
  public ELU {
    Arguments.requireFinite("alpha", alpha);
  }

  /** An alpha of 1. */
  public static ELU of() {
    return new ELU(1);
  }

  /** Sets alpha; 1 unless set. */
  public ELU alpha(double alpha) {
    return new ELU(alpha);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.elu(this);
  }
}
