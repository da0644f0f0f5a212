package io.rhyton.model.layer;

import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Runs two recurrent layers over a sequence, one forward and one backward.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output that of the layer, with twice the units
 * if the outputs are concatenated. The weights are named {@code <name>/forward_<layer>/<variable>}
 * and {@code <name>/backward_<layer>/<variable>}, for instance {@code
 * bidirectional/forward_lstm/kernel}.
 *
 * <pre>{@code
 * Layer layer = Bidirectional.of(GRU.of(32));
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/rnn/bidirectional.py}, Keras 3.15; Schuster and Paliwal,
 * "Bidirectional recurrent neural networks", IEEE Transactions on Signal Processing 45, 1997.
 *
 * @param layer the forward layer
 * @param mergeMode how the outputs are combined
 * @param backwardLayer the backward layer; if null, a copy of the forward layer
 * @param <O> the rank of the output
 */
public record Bidirectional<O extends Rank>(
    Recurrent<O> layer, MergeMode mergeMode, @Nullable Recurrent<O> backwardLayer)
    implements RankMapping<Sequence, O> {

  /** How the outputs of both directions are combined. */
  public enum MergeMode {
    /** concatenation */
    CONCAT,
    /** sum */
    SUM,
    /** elementwise product */
    MUL,
    /** average */
    AVE
  }

  /**
   * Validates that the layers match.
   *
   * @throws IllegalArgumentException if both run in the same direction, or they differ in their
   *     units or in {@code returnSequences}
   */
  public Bidirectional {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(mergeMode, "mergeMode");
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

  /**
   * Creates a bidirectional layer whose backward layer is a copy of the given one, concatenating
   * the outputs.
   */
  public static <O extends Rank> Bidirectional<O> of(Recurrent<O> layer) {
    return new Bidirectional<>(layer, MergeMode.CONCAT, null);
  }

  /** Sets how the outputs are combined; defaults to {@link MergeMode#CONCAT}. */
  public Bidirectional<O> mergeMode(MergeMode mergeMode) {
    return new Bidirectional<>(layer, mergeMode, backwardLayer);
  }

  /** Sets the backward layer; defaults to a copy of the forward layer. */
  public Bidirectional<O> backwardLayer(@Nullable Recurrent<O> backwardLayer) {
    return new Bidirectional<>(layer, mergeMode, backwardLayer);
  }

  /** Returns the backward layer: the one that was set, or a reversed copy of the forward layer. */
  public Recurrent<O> backward() {
    return backwardLayer == null ? layer.goBackwards(true) : backwardLayer;
  }

  /** Returns the name of the forward layer. */
  public String forwardName() {
    return "forward_" + LayerNames.snakeCase(layer.typeName());
  }

  /** Returns the name of the backward layer. */
  public String backwardName() {
    return "backward_" + LayerNames.snakeCase(backward().typeName());
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    LayerGeometry forward = layer.geometry(inputs.inside(forwardName(), layer.typeName()));
    LayerGeometry backward =
        backward().geometry(inputs.inside(backwardName(), backward().typeName()));
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
