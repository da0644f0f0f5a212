package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * Hands its input on, and adds {@code (l1 · sum(|x|) + l2 · sum(x²)) / batch} to the loss.
 *
 * <p>Source: {@code keras/src/layers/regularization/activity_regularization.py}, Keras 3.15.
 *
 * @param l1 the factor of the absolute values, at least 0
 * @param l2 the factor of the squares, at least 0
 */
public record ActivityRegularization(double l1, double l2) implements Keeping {

  /** Checks the ranges. */
  public ActivityRegularization {
    Arguments.requireNotNegative("l1", l1);
    Arguments.requireNotNegative("l2", l2);
  }

  /** A layer that adds nothing until a factor is set. */
  public static ActivityRegularization of() {
    return new ActivityRegularization(0, 0);
  }

  /** Sets the factor of the absolute values, at least 0; 0 unless set. */
  public ActivityRegularization l1(double l1) {
    return new ActivityRegularization(l1, l2);
  }

  /** Sets the factor of the squares, at least 0; 0 unless set. */
  public ActivityRegularization l2(double l2) {
    return new ActivityRegularization(l1, l2);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.activityRegularization(this);
  }
}
