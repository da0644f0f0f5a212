package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * Passes its input through and adds {@code (l1 · sum(|x|) + l2 · sum(x²)) / batch size} to the
 * loss.
 *
 * <p>Source: {@code keras/src/layers/regularization/activity_regularization.py}, Keras 3.15.
 *
 * @param l1 the L1 factor, at least 0
 * @param l2 the L2 factor, at least 0
 */
public record ActivityRegularization(double l1, double l2) implements RankPreserving {

  public ActivityRegularization {
    Arguments.requireNotNegative("l1", l1);
    Arguments.requireNotNegative("l2", l2);
  }

  /** Creates a layer without penalties; set the factors. */
  public static ActivityRegularization of() {
    return new ActivityRegularization(0, 0);
  }

  /** Sets the L1 factor, at least 0; defaults to 0. */
  public ActivityRegularization l1(double l1) {
    return new ActivityRegularization(l1, l2);
  }

  /** Sets the L2 factor, at least 0; defaults to 0. */
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
