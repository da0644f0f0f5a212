package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sizes;
import org.tensorflow.ndarray.Shape;

/**
 * Flattens each sample into a vector.
 *
 * <p>Shapes: input {@code [batch, …]}, output {@code [batch, values per sample]}.
 *
 * <pre>{@code
 * Node<FeatureVector> features = image.then(Flatten.of());
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/reshaping/flatten.py}, Keras 3.15.
 */
public record Flatten() implements FromAnyRank<FeatureVector> {

  /** Creates the layer. */
  public static Flatten of() {
    return new Flatten();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    return LayerGeometry.of(
        Shape.of(input.get(0), Sizes.areKnown(input) ? input.tail().size() : Sizes.ANY));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.flatten(this);
  }
}
