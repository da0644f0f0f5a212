package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * Returns its input: a placeholder, for instance for a branch without layers.
 *
 * <p>Source: {@code keras/src/layers/core/identity.py}, Keras 3.15.
 */
public record Identity() implements RankPreserving {

  /** Creates the layer. */
  public static Identity of() {
    return new Identity();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.identity(this);
  }
}
