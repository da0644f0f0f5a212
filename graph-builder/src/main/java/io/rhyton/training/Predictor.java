package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * Something that predicts, and owns native memory until it is closed.
 *
 * <p>Several threads may predict at once. Every method throws {@link IllegalStateException} after
 * {@link #close}.
 */
public interface Predictor extends AutoCloseable {

  /**
   * Opens a model to predict with, without compiling it.
   *
   * @param spec the model, with one input and one output of any shape
   * @param weights its weights
   * @throws io.rhyton.model.SpecException if a weight is missing or has another shape, or the model
   *     has several inputs or outputs
   */
  @MustBeClosed
  static Predictor of(ModelSpec spec, Weights weights) {
    return InferenceSession.open(spec, weights);
  }

  /** The shape of a batch that it takes, unknown sizes as -1. */
  Shape inputShape();

  /** The shape of a batch that it makes, unknown sizes as -1. */
  Shape outputShape();

  /**
   * Predicts one sample.
   *
   * @param sample its values, the last axis fastest
   * @return the output's values
   * @throws IllegalArgumentException if there are more or fewer values than the input has
   */
  float[] predict(float[] sample);

  /**
   * Predicts a batch.
   *
   * @param batch the samples, the batch first
   * @return the outputs, the batch first
   * @throws IllegalArgumentException if the shape does not fit the input
   */
  FloatNdArray predict(FloatNdArray batch);

  /**
   * Predicts every sample of a data set, in batches of 32.
   *
   * @return the outputs, the samples first
   * @throws IllegalArgumentException if the samples do not fit the input
   */
  FloatNdArray predict(Dataset data);

  /** Frees the native memory; a second call does nothing. */
  @Override
  void close();
}
