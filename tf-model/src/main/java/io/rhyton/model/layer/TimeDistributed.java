package io.rhyton.model.layer;

import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.NoiseShape;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sequence;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Applies a layer to every timestep of a sequence, with shared weights.
 *
 * <p>Shapes: input {@code [batch, steps, ...]}, output {@code [batch, steps, ...]} with the output
 * of the layer per timestep. The weights are named {@code <name>/<layer>/<variable>}, for instance
 * {@code time_distributed/dense/kernel}. In an imported model, a timestep may be an image or a
 * sequence.
 *
 * <p>As in Keras, an activity regularizer of the layer has no effect.
 *
 * <pre>{@code
 * Layer layer = TimeDistributed.of(Dense.of(8));
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/rnn/time_distributed.py}, Keras 3.15.
 *
 * @param layer the layer to apply; it has a single input and is not a model
 */
public record TimeDistributed(Layer layer) implements RankMapping<Sequence, Sequence> {

  /**
   * Validates the layer.
   *
   * @throws IllegalArgumentException if the layer is an input layer, a model or an operation, has
   *     several inputs, or is a dropout that shares its mask between samples
   */
  public TimeDistributed {
    Objects.requireNonNull(layer, "layer");
    if (layer instanceof InputLayer
        || layer instanceof NestedModel<?>
        || layer instanceof Operation
        || layer instanceof MultiInput) {
      throw new IllegalArgumentException(
          "layer must have a single input and not be a model or operation, got "
              + layer.typeName());
    }
    // All timesteps are computed as samples of one batch.
    if (NoiseShape.isSharedAcrossBatch(noiseShape(layer))) {
      throw new IllegalArgumentException(
          "layer must not share its dropout mask between samples, got a noiseShape of 1 for the"
              + " batch");
    }
  }

  /** Creates a layer that maps every timestep from vector to vector. */
  public static TimeDistributed of(RankMapping<FeatureVector, FeatureVector> layer) {
    return new TimeDistributed(layer);
  }

  /** Creates a layer that preserves the shape of every timestep. */
  public static TimeDistributed of(RankPreserving layer) {
    return new TimeDistributed(layer);
  }

  /** Returns the name of the inner layer. */
  public String layerName() {
    return LayerNames.snakeCase(layer.typeName());
  }

  private static List<Integer> noiseShape(Layer layer) {
    return layer instanceof Dropout dropout
        ? dropout.noiseShape()
        : layer instanceof AlphaDropout dropout ? dropout.noiseShape() : List.of();
  }

  /** Returns the shape of one timestep of every sample, batch axis first. */
  public static Shape step(Shape sequence) {
    Objects.requireNonNull(sequence, "sequence");
    return sequence.tail().tail().prepend(sequence.get(0));
  }

  /**
   * Returns whether the layer computes statistics of the batch, which Keras does for each timestep
   * separately.
   */
  public boolean usesBatchStatistics() {
    return layer instanceof BatchNormalization
        || (layer instanceof TimeDistributed inner && inner.usesBatchStatistics());
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.steps();
    LayerGeometry each =
        layer.geometry(inputs.inside(layerName(), layer.typeName(), step(sequence)));
    Shape output = each.outputs().get(0).tail().prepend(sequence.get(1)).prepend(sequence.get(0));
    return LayerGeometry.of(output, each.weights());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return layer.differsInTraining(trainable);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.timeDistributed(this);
  }
}
