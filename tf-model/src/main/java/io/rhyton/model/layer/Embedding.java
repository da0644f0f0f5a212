package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Vector;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Replaces each whole number, for instance that of a word, by a row of a table that is learnt.
 *
 * <p>Shapes: input {@code [batch, steps]}, whole numbers from 0 to {@code inputDim - 1}, embeddings
 * {@code [inputDim, outputDim]}, output {@code [batch, steps, outputDim]}. In a model from a file
 * there may be more axes, or none, after the batch.
 *
 * <p>Numbers are fed as floats. What is fed to an input of the model that leads here is checked
 * before each run: other numbers than those are refused.
 *
 * <p>Source: {@code keras/src/layers/core/embedding.py}, Keras 3.15.
 *
 * @param inputDim how many numbers there are, at least 1
 * @param outputDim values in a row, at least 1
 * @param embeddingsInitializer how the table starts
 * @param embeddingsRegularizer what the table adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param embeddingsConstraint what the table is brought back to after every step
 */
public record Embedding(
    int inputDim,
    int outputDim,
    Initializer embeddingsInitializer,
    @Nullable Regularizer embeddingsRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint embeddingsConstraint)
    implements Mapping<Vector, Sequence> {

  /** Checks the ranges. */
  public Embedding {
    Arguments.requirePositive("inputDim", inputDim);
    Arguments.requirePositive("outputDim", outputDim);
  }

  /**
   * A table.
   *
   * @param inputDim how many numbers there are, at least 1
   * @param outputDim values in a row, at least 1
   */
  public static Embedding of(int inputDim, int outputDim) {
    return new Embedding(inputDim, outputDim, RandomUniform.of(), null, null, null);
  }

  /** Sets how the table starts; {@link RandomUniform} unless set. */
  public Embedding embeddingsInitializer(Initializer embeddingsInitializer) {
    return new Embedding(
        inputDim,
        outputDim,
        embeddingsInitializer,
        embeddingsRegularizer,
        activityRegularizer,
        embeddingsConstraint);
  }

  /** Sets what the table adds to the loss; nothing unless set. */
  public Embedding embeddingsRegularizer(@Nullable Regularizer embeddingsRegularizer) {
    return new Embedding(
        inputDim,
        outputDim,
        embeddingsInitializer,
        embeddingsRegularizer,
        activityRegularizer,
        embeddingsConstraint);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public Embedding activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new Embedding(
        inputDim,
        outputDim,
        embeddingsInitializer,
        embeddingsRegularizer,
        activityRegularizer,
        embeddingsConstraint);
  }

  /** Sets what the table is brought back to after every step; nothing unless set. */
  public Embedding embeddingsConstraint(@Nullable Constraint embeddingsConstraint) {
    return new Embedding(
        inputDim,
        outputDim,
        embeddingsInitializer,
        embeddingsRegularizer,
        activityRegularizer,
        embeddingsConstraint);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    WeightSpec embeddings =
        inputs.trainable(
            "embeddings",
            Shape.of(inputDim, outputDim),
            embeddingsInitializer,
            embeddingsRegularizer,
            embeddingsConstraint);
    Shape output = inputs.single().append(outputDim);
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, embeddings);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.embedding(this);
  }
}
