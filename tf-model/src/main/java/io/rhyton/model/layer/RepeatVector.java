package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sequence;
import org.tensorflow.ndarray.Shape;

/**
 * Repeats a vector to form a sequence.
 *
 * <p>Shapes: input {@code [batch, features]}, output {@code [batch, n, features]}.
 *
 * <p>Source: {@code keras/src/layers/reshaping/repeat_vector.py}, Keras 3.15.
 *
 * @param n the number of repetitions, at least 1
 */
public record RepeatVector(int n) implements RankMapping<FeatureVector, Sequence> {

  public RepeatVector {
    Arguments.requirePositive("n", n);
  }

  /**
   * Creates the layer.
   *
   * @param n the number of repetitions, at least 1
   */
  public static RepeatVector of(int n) {
    return new RepeatVector(n);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape vector = inputs.vector();
    return LayerGeometry.of(Shape.of(vector.get(0), n, vector.get(1)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.repeatVector(this);
  }
}
