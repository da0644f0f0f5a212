package io.rhyton.model.layer;

import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.NoiseShape;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import org.tensorflow.ndarray.Shape;

/**
 * One layer, with the same weights, on each step of a sequence.
 *
 * <p>Shapes: input {@code [batch, steps, ...]}, output {@code [batch, steps, ...]} with what the
 * layer makes of each step. The weights are named {@code <name>/<layer>/<variable>}, for instance
 * {@code time_distributed/dense/kernel}. In a model from a file a step may be an image or a
 * sequence.
 *
 * <p>As in Keras, what an activity regularizer of the layer would add to the loss is left out.
 *
 * <p>Source: {@code keras/src/layers/rnn/time_distributed.py}, Keras 3.15.
 *
 * @param layer what takes a step; a layer with one input that is no model
 */
public record TimeDistributed(Layer layer) implements Mapping<Sequence, Sequence> {

  /**
   * Checks the layer.
   *
   * @throws IllegalArgumentException if it is an input layer, a model, an operation, takes several
   *     inputs, or is a dropout that treats all samples alike
   */
  public TimeDistributed {
    if (layer instanceof InputLayer
        || layer instanceof NestedModel<?>
        || layer instanceof Operation
        || layer instanceof Merging) {
      throw new IllegalArgumentException(
          "layer must take one input and be no model or operation, got " + layer.typeName());
    }
    // All steps are computed as samples of one batch.
    if (NoiseShape.isOfBatch(layer)) {
      throw new IllegalArgumentException(
          "layer must draw numbers for each sample, got a noiseShape of 1 for the batch");
    }
  }

  /** A layer from vector to vector on each step. */
  public static TimeDistributed of(Mapping<Vector, Vector> layer) {
    return new TimeDistributed(layer);
  }

  /** A layer that keeps shapes on each step. */
  public static TimeDistributed of(Keeping layer) {
    return new TimeDistributed(layer);
  }

  /** The name of the layer. */
  public String layerName() {
    return LayerNames.snakeCase(layer.typeName());
  }

  /** The shape of one step of every sample, the batch first. */
  public static Shape step(Shape sequence) {
    return sequence.tail().tail().prepend(sequence.get(0));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.steps();
    LayerGeometry each = layer.geometry(inputs.inside(layerName(), layer, step(sequence)));
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
