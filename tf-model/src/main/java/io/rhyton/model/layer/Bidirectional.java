package io.rhyton.model.layer;

import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Two recurrent layers on one sequence, one of which reads it from its end.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output that of the layer, with twice its units
 * if they are put side by side. The weights are named {@code <name>/forward_<layer>/<variable>} and
 * {@code <name>/backward_<layer>/<variable>}, for instance {@code
 * bidirectional/forward_lstm/kernel}.
 *
 * <p>Source: {@code keras/src/layers/rnn/bidirectional.py}, Keras 3.15; Schuster and Paliwal,
 * "Bidirectional recurrent neural networks", IEEE Transactions on Signal Processing 45, 1997.
 *
 * @param layer the layer that reads forwards
 * @param mergeMode how the two outputs become one
 * @param backwardLayer the layer that reads backwards; without one it is like the other
 * @param <O> what it makes
 */
public record Bidirectional<O extends Rank>(
    Recurrent<O> layer, MergeMode mergeMode, @Nullable Recurrent<O> backwardLayer)
    implements Mapping<Sequence, O> {

  /** How two outputs become one. */
  public enum MergeMode {
    /** side by side */
    CONCAT,
    /** their sum */
    SUM,
    /** their product, value by value */
    MUL,
    /** half of their sum */
    AVE
  }

  /**
   * Checks that the layers go together.
   *
   * @throws IllegalArgumentException if both read in one direction, or they differ in their units
   *     or in {@code returnSequences}
   */
  public Bidirectional {
    Recurrent<O> backward = backwardLayer == null ? layer.goBackwards(true) : backwardLayer;
    if (layer.goBackwards() == backward.goBackwards()) {
      throw new IllegalArgumentException(
          "goBackwards must differ between layer and backwardLayer, got "
              + layer.goBackwards()
              + " twice");
    }
    if (layer.units() != backward.units()) {
      throw different("units", layer.units(), backward.units());
    }
    if (layer.returnSequences() != backward.returnSequences()) {
      throw different("returnSequences", layer.returnSequences(), backward.returnSequences());
    }
  }

  private static IllegalArgumentException different(String option, Object first, Object second) {
    return new IllegalArgumentException(
        option + " must be the same in layer and backwardLayer, got " + first + " and " + second);
  }

  /** A layer and another like it that reads backwards, their outputs side by side. */
  public static <O extends Rank> Bidirectional<O> of(Recurrent<O> layer) {
    return new Bidirectional<>(layer, MergeMode.CONCAT, null);
  }

  /** Sets how the two outputs become one; {@link MergeMode#CONCAT} unless set. */
  public Bidirectional<O> mergeMode(MergeMode mergeMode) {
    return new Bidirectional<>(layer, mergeMode, backwardLayer);
  }

  /** Sets the layer that reads backwards; like the other unless set. */
  public Bidirectional<O> backwardLayer(@Nullable Recurrent<O> backwardLayer) {
    return new Bidirectional<>(layer, mergeMode, backwardLayer);
  }

  /** The layer that reads backwards: the one that was set, or the other turned round. */
  public Recurrent<O> backward() {
    return backwardLayer == null ? layer.goBackwards(true) : backwardLayer;
  }

  /** The name of the layer that reads forwards. */
  public String forwardName() {
    return "forward_" + LayerNames.snakeCase(layer.typeName());
  }

  /** The name of the layer that reads backwards. */
  public String backwardName() {
    return "backward_" + LayerNames.snakeCase(backward().typeName());
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    LayerGeometry forward = layer.geometry(inputs.inside(forwardName(), layer));
    LayerGeometry backward = backward().geometry(inputs.inside(backwardName(), backward()));
    List<WeightSpec> weights = new ArrayList<>(forward.weights());
    weights.addAll(backward.weights());
    Shape output = forward.outputs().get(0);
    long units = mergeMode == MergeMode.CONCAT ? 2L * layer.units() : layer.units();
    return LayerGeometry.of(output.take(output.numDimensions() - 1).append(units), weights);
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return layer.differsInTraining(trainable) || backward().differsInTraining(trainable);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.bidirectional(this);
  }
}
