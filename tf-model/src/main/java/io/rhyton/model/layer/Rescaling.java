package io.rhyton.model.layer;

import io.rhyton.model.Arguments;

/**
 * Multiplies and shifts every value: {@code x · scale + offset}.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/rescaling.py}, Keras 3.15.
 *
 * @param scale the factor, for instance {@code 1.0 / 255} for bytes
 * @param offset what is added after scaling
 */
public record Rescaling(double scale, double offset) implements Keeping {

  /** Checks that both are finite. */
  public Rescaling {
    Arguments.requireFinite("scale", scale);
    Arguments.requireFinite("offset", offset);
  }

  /**
   * A layer that multiplies.
   *
   * @param scale the factor
   */
  public static Rescaling of(double scale) {
    return new Rescaling(scale, 0);
  }

  /** Sets what is added after scaling; 0 unless set. */
  public Rescaling offset(double offset) {
    return new Rescaling(scale, offset);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.rescaling(this);
  }
}
