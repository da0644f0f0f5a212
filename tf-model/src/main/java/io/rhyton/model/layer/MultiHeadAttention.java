package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Multi-head attention: in each head, every query position attends to the values, weighted by
 * scaled query-key similarity.
 *
 * <p>Shapes: query {@code [batch, T, features]}, value and key {@code [batch, S, …]}, output same
 * as the query. In each head, query and key are projected to {@code keyDim} features and the value
 * to {@code valueDim}; the attention scores are {@code softmax(query · key / sqrt(keyDim))}, and
 * the outputs of all heads are projected back to the features of the query. The weights are {@code
 * query/kernel} of {@code [features, numHeads, keyDim]}, {@code key/kernel} and {@code
 * value/kernel} likewise, {@code attention_output/kernel} of {@code [numHeads, valueDim,
 * features]}, each with a {@code bias}.
 *
 * <p>Source: {@code keras/src/layers/attention/multi_head_attention.py}, Keras 3.15; Vaswani et
 * al., "Attention is all you need", NeurIPS 2017.
 *
 * @param numHeads the number of attention heads, at least 1
 * @param keyDim the size of queries and keys per head, at least 1
 * @param valueDim the size of values per head, at least 1
 * @param dropout the fraction of the attention scores to drop during training, in [0, 1)
 * @param useBias whether to add biases
 * @param kernelInitializer the initializer of the kernels
 * @param biasInitializer the initializer of the biases
 * @param kernelRegularizer the regularizer of each kernel; null for none
 * @param biasRegularizer the regularizer of each bias; null for none
 * @param kernelConstraint the constraint on each kernel; null for none
 * @param biasConstraint the constraint on each bias; null for none
 * @param seed the random seed of the dropout, for a reproducible choice; if null, derived from the
 *     seed of the model
 * @param useCausalMask whether to apply a causal mask, so that a query cannot attend to later
 *     positions; an argument of the call in Keras
 */
public record MultiHeadAttention(
    int numHeads,
    int keyDim,
    int valueDim,
    double dropout,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint biasConstraint,
    @Nullable Long seed,
    boolean useCausalMask)
    implements MultiInput {

  public MultiHeadAttention {
    Arguments.requirePositive("numHeads", numHeads);
    Arguments.requirePositive("keyDim", keyDim);
    Arguments.requirePositive("valueDim", valueDim);
    Arguments.requireFraction("dropout", dropout);
  }

  /**
   * Creates the layer, to be called on nodes.
   *
   * @param numHeads the number of attention heads, at least 1
   * @param keyDim the size of queries and keys per head, at least 1
   */
  public static MultiHeadAttention of(int numHeads, int keyDim) {
    return new MultiHeadAttention(
        numHeads,
        keyDim,
        keyDim,
        0,
        true,
        GlorotUniform.of(),
        Zeros.of(),
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** Sets the size of values per head; defaults to {@code keyDim}. */
  public MultiHeadAttention valueDim(int valueDim) {
    return with(draft -> draft.valueDim = valueDim);
  }

  /** Sets the fraction of the attention scores to drop during training; defaults to 0. */
  public MultiHeadAttention dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets whether to add biases; defaults to true. */
  public MultiHeadAttention useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernels; defaults to {@link GlorotUniform}. */
  public MultiHeadAttention kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the biases; defaults to {@link Zeros}. */
  public MultiHeadAttention biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of each kernel; none by default. */
  public MultiHeadAttention kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of each bias; none by default. */
  public MultiHeadAttention biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the constraint on each kernel; none by default. */
  public MultiHeadAttention kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on each bias; none by default. */
  public MultiHeadAttention biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the seed. */
  public MultiHeadAttention seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /** Sets whether to apply a causal mask; defaults to false. */
  public MultiHeadAttention useCausalMask(boolean useCausalMask) {
    return with(draft -> draft.useCausalMask = useCausalMask);
  }

  private MultiHeadAttention with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  /** Calls the layer with the value as key. */
  public Node<Sequence> on(Node<Sequence> query, Node<Sequence> value) {
    return Node.merge(this, List.of(query, value));
  }

  /** Calls the layer with a separate key. */
  public Node<Sequence> on(Node<Sequence> query, Node<Sequence> value, Node<Sequence> key) {
    return Node.merge(this, List.of(query, value, key));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    List<Shape> shapes = inputs.sequences(2, 3);
    Shape query = shapes.get(0);
    Shape value = shapes.get(1);
    Shape key = shapes.get(shapes.size() - 1);
    if (value.get(1) != key.get(1)) {
      throw inputs.mismatch(
          "as many keys as values", inputs.text(), "Pass query, value and key, in that order.");
    }
    List<WeightSpec> weights = new ArrayList<>();
    weights.addAll(projection(inputs, "query", 1, query.get(2), numHeads, keyDim));
    weights.addAll(projection(inputs, "key", 1, key.get(2), numHeads, keyDim));
    weights.addAll(projection(inputs, "value", 1, value.get(2), numHeads, valueDim));
    weights.addAll(projection(inputs, "attention_output", 2, numHeads, valueDim, query.get(2)));
    return LayerGeometry.of(query, weights);
  }

  private List<WeightSpec> projection(
      LayerInputs inputs, String name, int inputAxes, long... sizes) {
    Shape kernel = Shape.of(sizes);
    WeightSpec kernelSpec =
        inputs.trainable(
            name + "/kernel",
            kernel,
            FanAxes.of(kernelInitializer, inputAxes),
            kernelRegularizer,
            kernelConstraint);
    return useBias
        ? List.of(
            kernelSpec,
            inputs.trainable(
                name + "/bias",
                kernel.takeLast(kernel.numDimensions() - inputAxes),
                biasInitializer,
                biasRegularizer,
                biasConstraint))
        : List.of(kernelSpec);
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return dropout > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.multiHeadAttention(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int numHeads;
    private final int keyDim;
    private int valueDim;
    private double dropout;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint biasConstraint;
    private @Nullable Long seed;
    private boolean useCausalMask;

    private Draft(MultiHeadAttention layer) {
      numHeads = layer.numHeads;
      keyDim = layer.keyDim;
      valueDim = layer.valueDim;
      dropout = layer.dropout;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      biasInitializer = layer.biasInitializer;
      kernelRegularizer = layer.kernelRegularizer;
      biasRegularizer = layer.biasRegularizer;
      kernelConstraint = layer.kernelConstraint;
      biasConstraint = layer.biasConstraint;
      seed = layer.seed;
      useCausalMask = layer.useCausalMask;
    }

    private MultiHeadAttention layer() {
      return new MultiHeadAttention(
          numHeads,
          keyDim,
          valueDim,
          dropout,
          useBias,
          kernelInitializer,
          biasInitializer,
          kernelRegularizer,
          biasRegularizer,
          kernelConstraint,
          biasConstraint,
          seed,
          useCausalMask);
    }
  }
}
