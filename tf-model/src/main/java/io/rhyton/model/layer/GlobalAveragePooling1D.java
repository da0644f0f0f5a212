package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import org.tensorflow.ndarray.Shape;

/**
 * The mean of each feature over all timesteps.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, features]}, or {@code
 * [batch, 1, features]} with {@code keepdims}.
 *
 * <p>Source: {@code keras/src/layers/pooling/global_average_pooling1d.py}, Keras 3.15.
 *
 * @param keepdims whether to keep the time axis, with size 1
 * @param <O> the rank of the output: {@link FeatureVector}, or {@link Sequence} with {@code
 *     keepdims}
 */
public record GlobalAveragePooling1D<O extends Rank>(boolean keepdims)
    implements RankMapping<Sequence, O> {

  /** Creates a global average pooling that returns vectors. */
  public static GlobalAveragePooling1D<FeatureVector> of() {
    return new GlobalAveragePooling1D<>(false);
  }

  /**
   * Sets whether to keep the time axis, with size 1; defaults to false.
   *
   * @return the layer, typed for true; with false, a layer after it that needs sequences compiles,
   *     but is rejected when the model is built
   */
  public GlobalAveragePooling1D<Sequence> keepdims(boolean keepdims) {
    return new GlobalAveragePooling1D<>(keepdims);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.sequence();
    return LayerGeometry.of(
        keepdims
            ? Shape.of(sequence.get(0), 1, sequence.get(2))
            : Shape.of(sequence.get(0), sequence.get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.globalAveragePooling1D(this);
  }
}
