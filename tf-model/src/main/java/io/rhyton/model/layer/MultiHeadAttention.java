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
 * Attention with several heads: each place of the query gets a mean of the values, in which a value
 * weighs the more the better its key fits the query.
 *
 * <p>Shapes: query {@code [batch, places, features]}, value and key {@code [batch, others, …]},
 * output that of the query. In each head query, key and value are projected to {@code keyDim} and
 * {@code valueDim} values, the weights are {@code softmax(query · key / sqrt(keyDim))}, and what
 * all heads make is projected back. The weights are {@code query/kernel} of {@code [features,
 * numHeads, keyDim]}, {@code key/kernel} and {@code value/kernel} likewise, {@code
 * attention_output/kernel} of {@code [numHeads, valueDim, features]}, and a {@code bias} beside
 * each.
 *
 * <p>Source: {@code keras/src/layers/attention/multi_head_attention.py}, Keras 3.15; Vaswani et
 * al., "Attention is all you need", NeurIPS 2017.
 *
 * @param numHeads how many heads, at least 1
 * @param keyDim values of a query and of a key in each head, at least 1
 * @param valueDim values of a value in each head, at least 1
 * @param dropout the share of the weights of a mean that training sets to 0, in [0, 1)
 * @param useBias whether biases are added
 * @param kernelInitializer how the kernels start
 * @param biasInitializer how the biases start
 * @param kernelRegularizer what each kernel adds to the loss
 * @param biasRegularizer what each bias adds to the loss
 * @param kernelConstraint what each kernel is brought back to after every step
 * @param biasConstraint what each bias is brought back to after every step
 * @param seed makes the choice of zeros repeatable; without one it comes from the model's seed
 * @param useCausalMask whether a query sees no later place than its own; in Keras an argument of
 *     the call
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
    implements Merging {

  /** Checks the ranges. */
  public MultiHeadAttention {
    Arguments.requirePositive("numHeads", numHeads);
    Arguments.requirePositive("keyDim", keyDim);
    Arguments.requirePositive("valueDim", valueDim);
    Arguments.requireFraction("dropout", dropout);
  }

  /**
   * The layer, to be called on nodes.
   *
   * @param numHeads how many heads, at least 1
   * @param keyDim values of a query and of a key in each head, at least 1
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

  /** Sets the values of a value in each head; {@code keyDim} unless set. */
  public MultiHeadAttention valueDim(int valueDim) {
    return with(draft -> draft.valueDim = valueDim);
  }

  /** Sets the share of the weights of a mean that training sets to 0; none unless set. */
  public MultiHeadAttention dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets whether biases are added; true unless set. */
  public MultiHeadAttention useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernels start; {@link GlorotUniform} unless set. */
  public MultiHeadAttention kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the biases start; {@link Zeros} unless set. */
  public MultiHeadAttention biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what each kernel adds to the loss; nothing unless set. */
  public MultiHeadAttention kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what each bias adds to the loss; nothing unless set. */
  public MultiHeadAttention biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what each kernel is brought back to after every step; nothing unless set. */
  public MultiHeadAttention kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what each bias is brought back to after every step; nothing unless set. */
  public MultiHeadAttention biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  /** Sets the seed. */
  public MultiHeadAttention seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /** Sets whether a query sees no later place than its own; false unless set. */
  public MultiHeadAttention useCausalMask(boolean useCausalMask) {
    return with(draft -> draft.useCausalMask = useCausalMask);
  }

  private MultiHeadAttention with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  /** Calls the layer; the values are the keys too. */
  public Node<Sequence> on(Node<Sequence> query, Node<Sequence> value) {
    return Node.merge(this, List.of(query, value));
  }

  /** Calls the layer, with keys that are not the values. */
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
          "as many keys as values", inputs.text(), "Give query, value and key, in that order.");
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

  /** The components while one of them is changed. */
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
