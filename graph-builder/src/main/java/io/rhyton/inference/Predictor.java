package io.rhyton.inference;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * Something that predicts, and owns native memory until it is closed.
 *
 * <p>Inputs and outputs are known by name, and have an order: in a model they are called as their
 * layers. The methods without names are for one input and one output; they throw {@link
 * IllegalStateException} where there are several.
 *
 * <p>Several threads may predict at once. Every method throws {@link IllegalStateException} after
 * {@link #close}.
 */
public interface Predictor extends AutoCloseable {

  /**
   * Opens a model to predict with, without compiling it.
   *
   * @param spec the model
   * @param weights its weights
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  @MustBeClosed
  static Predictor of(ModelSpec spec, Weights weights) {
    return InferenceSession.open(spec, weights);
  }

  /** The shape of a batch that each input takes, by name and in order, unknown sizes as -1. */
  Map<String, Shape> inputShapes();

  /** The shape of a batch that each output makes, by name and in order, unknown sizes as -1. */
  Map<String, Shape> outputShapes();

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
   * Predicts a batch.
   *
   * @param batches the samples for each input by name, the batch first
   * @return each output by name, the batch first
   * @throws IllegalArgumentException if a name is missing or unknown, a shape does not fit its
   *     input, or the batches differ in size
   */
  Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches);

  /**
   * Predicts a batch.
   *
   * @param batches the samples for each input in order, the batch first
   * @return each output in order, the batch first
   * @throws IllegalArgumentException if there are more or fewer than inputs, a shape does not fit
   *     its input, or the batches differ in size
   */
  List<FloatNdArray> predict(List<FloatNdArray> batches);

  /**
   * Predicts every sample of a data set, in batches of 32.
   *
   * @param data its inputs in the order of the model's, or named so; labels are left alone
   * @return the output, the samples first
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the inputs
   */
  FloatNdArray predict(Dataset data);

  /**
   * Predicts every sample of a data set, in batches of 32.
   *
   * @param data its inputs in the order of the model's, or named so; labels are left alone
   * @return each output by name, the samples first
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the inputs
   */
  Map<String, FloatNdArray> predictAll(Dataset data);

  /**
   * Predicts every sample of the first pass of a source, batch by batch as they come; the outputs
   * are kept in memory.
   *
   * @param source batches whose inputs are in the order of the model's, or named so; labels are
   *     left alone
   * @return the output, the samples first
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the inputs
   */
  FloatNdArray predict(BatchSource source);

  /**
   * Predicts every sample of the first pass of a source, batch by batch as they come; the outputs
   * are kept in memory.
   *
   * @param source batches whose inputs are in the order of the model's, or named so; labels are
   *     left alone
   * @return each output by name, the samples first
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the inputs
   */
  Map<String, FloatNdArray> predictAll(BatchSource source);

  /** Frees the native memory; a second call does nothing. */
  @Override
  void close();
}
