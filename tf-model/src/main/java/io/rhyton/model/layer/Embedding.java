package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Maps integer indices, for instance word indices, to trainable vectors.
 *
 * <p>Shapes: input {@code [batch, steps]}, integers from 0 to {@code inputDim - 1}, embeddings
 * {@code [inputDim, outputDim]}, output {@code [batch, steps, outputDim]}. In an imported model,
 * there may be more axes, or none, after the batch.
 *
 * <p>Indices are fed as floats. A model input that leads here is validated before each run: values
 * that are not valid indices are rejected.
 *
 * <pre>{@code
 * ModelSpec words = Sequential.indices(40)
 *     .add(Embedding.of(10_000, 64))
 *     .add(GlobalAveragePooling1D.of())
 *     .build("words");
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/core/embedding.py}, Keras 3.15.
 *
 * @param inputDim the size of the vocabulary, at least 1
 * @param outputDim the size of the vectors, at least 1
 * @param embeddings the options of the embeddings
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 */
public record Embedding(
    int inputDim,
    int outputDim,
    WeightOptions embeddings,
    @Nullable Regularizer activityRegularizer)
    implements RankMapping<FeatureVector, Sequence> {

  public Embedding {
    Objects.requireNonNull(embeddings, "embeddings");
    Arguments.requirePositive("inputDim", inputDim);
    Arguments.requirePositive("outputDim", outputDim);
  }

  /**
   * Creates an embedding.
   *
   * @param inputDim the size of the vocabulary, at least 1
   * @param outputDim the size of the vectors, at least 1
   */
  public static Embedding of(int inputDim, int outputDim) {
    return new Embedding(inputDim, outputDim, WeightOptions.of(RandomUniform.of()), null);
  }

  /** Sets the initializer of the embeddings; defaults to {@link RandomUniform}. */
  public Embedding embeddingsInitializer(Initializer embeddingsInitializer) {
    Objects.requireNonNull(embeddingsInitializer, "embeddingsInitializer");
    return new Embedding(
        inputDim, outputDim, embeddings.initializer(embeddingsInitializer), activityRegularizer);
  }

  /** Sets the regularizer of the embeddings; none by default. */
  public Embedding embeddingsRegularizer(@Nullable Regularizer embeddingsRegularizer) {
    return new Embedding(
        inputDim, outputDim, embeddings.regularizer(embeddingsRegularizer), activityRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public Embedding activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new Embedding(inputDim, outputDim, embeddings, activityRegularizer);
  }

  /** Sets the constraint on the embeddings; none by default. */
  public Embedding embeddingsConstraint(@Nullable Constraint embeddingsConstraint) {
    return new Embedding(
        inputDim, outputDim, embeddings.constraint(embeddingsConstraint), activityRegularizer);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape output = inputs.single().append(outputDim);
    inputs.requireSupported(activityRegularizer, "output", output);
    return LayerGeometry.of(
        output, inputs.trainable("embeddings", Shape.of(inputDim, outputDim), embeddings));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.embedding(this);
  }
}
