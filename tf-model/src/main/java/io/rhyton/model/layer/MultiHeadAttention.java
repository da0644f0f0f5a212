package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * <pre>{@code
 * Node<Sequence> tokens = Functional.sequence("tokens", 40, 64);
 * Node<Sequence> attended = MultiHeadAttention.of(4, 16).on(tokens, tokens);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/attention/multi_head_attention.py}, Keras 3.15; Vaswani et
 * al., "Attention is all you need", NeurIPS 2017.
 *
 * @param numHeads the number of attention heads, at least 1
 * @param keyDim the size of queries and keys per head, at least 1
 * @param valueDim the size of values per head, at least 1
 * @param dropout the fraction of the attention scores to drop during training, in [0, 1)
 * @param useBias whether to add biases
 * @param kernel the options of each kernel
 * @param bias the options of each bias
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
    WeightOptions kernel,
    WeightOptions bias,
    @Nullable Long seed,
    boolean useCausalMask)
    implements MultiInput {

  public MultiHeadAttention {
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(bias, "bias");
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
        WeightOptions.of(GlorotUniform.of()),
        WeightOptions.of(Zeros.of()),
        null,
        false);
  }

  /** Sets the size of values per head; defaults to {@code keyDim}. */
  public MultiHeadAttention valueDim(int valueDim) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  /** Sets the fraction of the attention scores to drop during training; defaults to 0. */
  public MultiHeadAttention dropout(double dropout) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  /** Sets whether to add biases; defaults to true. */
  public MultiHeadAttention useBias(boolean useBias) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  /** Sets the initializer of the kernels; defaults to {@link GlorotUniform}. */
  public MultiHeadAttention kernelInitializer(Initializer kernelInitializer) {
    Objects.requireNonNull(kernelInitializer, "kernelInitializer");
    return kernel(kernel.initializer(kernelInitializer));
  }

  /** Sets the initializer of the biases; defaults to {@link Zeros}. */
  public MultiHeadAttention biasInitializer(Initializer biasInitializer) {
    Objects.requireNonNull(biasInitializer, "biasInitializer");
    return bias(bias.initializer(biasInitializer));
  }

  /** Sets the regularizer of each kernel; none by default. */
  public MultiHeadAttention kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return kernel(kernel.regularizer(kernelRegularizer));
  }

  /** Sets the regularizer of each bias; none by default. */
  public MultiHeadAttention biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return bias(bias.regularizer(biasRegularizer));
  }

  /** Sets the constraint on each kernel; none by default. */
  public MultiHeadAttention kernelConstraint(@Nullable Constraint kernelConstraint) {
    return kernel(kernel.constraint(kernelConstraint));
  }

  /** Sets the constraint on each bias; none by default. */
  public MultiHeadAttention biasConstraint(@Nullable Constraint biasConstraint) {
    return bias(bias.constraint(biasConstraint));
  }

  /** Sets the seed. */
  public MultiHeadAttention seed(long seed) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  /** Sets whether to apply a causal mask; defaults to false. */
  public MultiHeadAttention useCausalMask(boolean useCausalMask) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  private MultiHeadAttention kernel(WeightOptions kernel) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  private MultiHeadAttention bias(WeightOptions bias) {
    return new MultiHeadAttention(
        numHeads, keyDim, valueDim, dropout, useBias, kernel, bias, seed, useCausalMask);
  }

  /** Calls the layer with the value as key. */
  public Node<Sequence> on(Node<Sequence> query, Node<Sequence> value) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(value, "value");
    return Node.merge(this, List.of(query, value));
  }

  /** Calls the layer with a separate key. */
  public Node<Sequence> on(Node<Sequence> query, Node<Sequence> value, Node<Sequence> key) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(key, "key");
    return Node.merge(this, List.of(query, value, key));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    List<Shape> shapes = inputs.sequences(2, 3);
    Shape query = shapes.get(0);
    Shape value = shapes.get(1);
    Shape key = shapes.get(shapes.size() - 1);
    if (!Sizes.mayEqual(value.get(1), key.get(1))) {
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
    Shape shape = Shape.of(sizes);
    WeightSpec kernelSpec =
        inputs.trainable(
            name + "/kernel",
            shape,
            kernel.initializer(FanAxes.of(kernel.initializer(), inputAxes)));
    return useBias
        ? List.of(
            kernelSpec,
            inputs.trainable(
                name + "/bias", shape.takeLast(shape.numDimensions() - inputAxes), bias))
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
}
