package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Vector;
import org.tensorflow.ndarray.Shape;

/**
 * The largest value of each channel over the whole image.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, channels]}, or
 * {@code [batch, 1, 1, channels]} with {@code keepdims}.
 *
 * <p>Source: {@code keras/src/layers/pooling/global_max_pooling2d.py}, Keras 3.15.
 *
 * @param keepdims whether height and width as axes of 1 stay
 * @param <O> what it makes: a {@link Vector}, or an {@link Image} with {@code keepdims}
 */
public record GlobalMaxPooling2D<O extends Rank>(boolean keepdims) implements Mapping<Image, O> {

  /** A global maximum pooling that makes vectors. */
  public static GlobalMaxPooling2D<Vector> of() {
    return new GlobalMaxPooling2D<>(false);
  }

  /**
   * Keeps height and width as axes of 1; dropped unless set.
   *
   * @param keepdims true, as the type of the output depends on it
   * @throws IllegalArgumentException if it is false
   */
  public GlobalMaxPooling2D<Image> keepdims(boolean keepdims) {
    return new GlobalMaxPooling2D<>(Arguments.requireTrue("keepdims", keepdims));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    return LayerGeometry.of(
        keepdims
            ? Shape.of(image.get(0), 1, 1, image.get(3))
            : Shape.of(image.get(0), image.get(3)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.globalMaxPooling2D(this);
  }
}
