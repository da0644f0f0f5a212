package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import org.tensorflow.ndarray.Shape;

/**
 * The mean of each channel over all pixels.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output {@code [batch, channels]}, or
 * {@code [batch, 1, 1, channels]} with {@code keepdims}.
 *
 * <pre>{@code
 * Node<FeatureVector> features = image.then(GlobalAveragePooling2D.of());
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/pooling/global_average_pooling2d.py}, Keras 3.15.
 *
 * @param keepdims whether to keep height and width, with size 1
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Image} with {@code keepdims}
 */
public record GlobalAveragePooling2D<O extends Rank>(boolean keepdims)
    implements RankMapping<Image, O> {

  /** Creates a global average pooling that returns vectors. */
  public static GlobalAveragePooling2D<FeatureVector> of() {
    return new GlobalAveragePooling2D<>(false);
  }

  /**
   * Sets whether to keep height and width, with size 1; defaults to false.
   *
   * @return the layer, typed for true; with false, a layer after it that needs images compiles, but
   *     is rejected when the model is built
   */
  public GlobalAveragePooling2D<Image> keepdims(boolean keepdims) {
    return new GlobalAveragePooling2D<>(keepdims);
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
    return visitor.globalAveragePooling2D(this);
  }
}
