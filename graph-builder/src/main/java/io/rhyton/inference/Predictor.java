package io.rhyton.inference;

import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * A model that can predict. It holds native memory until it is closed: use try-with-resources.
 *
 * <p>Inputs and outputs are named and ordered; in a model they have the names of their layers. The
 * methods without names require one input and one output, and throw {@link IllegalStateException}
 * if there are several.
 *
 * <p>Several threads may predict concurrently. Every method throws {@link IllegalStateException}
 * after {@link #close}; so does a prediction of several batches that another thread has not
 * finished when the model is closed.
 *
 * <pre>{@code
 * try (Predictor predictor = Model.predictor(spec, model.weights())) {
 *   float[] probabilities = predictor.predict(sample);
 * }
 * }</pre>
 */
public interface Predictor extends AutoCloseable {

  /** The name of this predictor in messages, for instance {@code Model 'cifar10'}. */
  String displayName();

  /** The batch shape of each input, by name and in order; unknown sizes are -1. */
  Map<String, Shape> inputShapes();

  /** The batch shape of each output, by name and in order; unknown sizes are -1. */
  Map<String, Shape> outputShapes();

  /** The batch shape of the input; unknown sizes are -1. */
  default Shape inputShape() {
    return PredictorArguments.only(this, "input", inputShapes());
  }

  /** The batch shape of the output; unknown sizes are -1. */
  default Shape outputShape() {
    return PredictorArguments.only(this, "output", outputShapes());
  }

  /**
   * Predicts one sample.
   *
   * @param sample its values, in row-major order
   * @return the output's values, in row-major order
   * @throws IllegalArgumentException if the number of values does not match the input
   */
  default float[] predict(float[] sample) {
    Objects.requireNonNull(sample, "sample");
    FloatNdArray batch = PredictorArguments.batch(this, inputShape(), sample);
    return PredictorArguments.values(predict(batch));
  }

  /**
   * Predicts vectors, or a single sequence, in batches of 32.
   *
   * @return the output, with the batch axis first
   * @throws io.rhyton.data.DataException if the samples differ in shape, or do not fit the input
   */
  default FloatNdArray predict(float[][] samples) {
    Objects.requireNonNull(samples, "samples");
    return predict(
        inputShape().numDimensions() == 3
            ? Dataset.sequences(new float[][][] {samples})
            : Dataset.vectors(samples));
  }

  /**
   * Predicts sequences, or a single image, in batches of 32.
   *
   * @return the output, with the batch axis first
   * @throws io.rhyton.data.DataException if the samples differ in shape, or do not fit the input
   */
  default FloatNdArray predict(float[][][] samples) {
    Objects.requireNonNull(samples, "samples");
    return predict(
        inputShape().numDimensions() == 4
            ? Dataset.images(new float[][][][] {samples})
            : Dataset.sequences(samples));
  }

  /**
   * Predicts images, in batches of 32.
   *
   * @return the output, with the batch axis first
   * @throws io.rhyton.data.DataException if the samples differ in shape, or do not fit the input
   */
  default FloatNdArray predict(float[][][][] images) {
    Objects.requireNonNull(images, "images");
    return predict(Dataset.images(images));
  }

  /**
   * Predicts vectors, converted to floats, in batches of 32.
   *
   * @return the output, with the batch axis first
   * @throws io.rhyton.data.DataException if the samples differ in shape, or do not fit the input
   */
  default FloatNdArray predict(double[][] samples) {
    Objects.requireNonNull(samples, "samples");
    return predict(Dataset.vectors(samples));
  }

  /**
   * Predicts vectors of integers, converted to floats, in batches of 32.
   *
   * @return the output, with the batch axis first
   * @throws io.rhyton.data.DataException if the samples differ in shape, or do not fit the input
   */
  default FloatNdArray predict(int[][] samples) {
    Objects.requireNonNull(samples, "samples");
    return predict(Dataset.vectors(samples));
  }

  /**
   * Predicts a batch.
   *
   * @param batch the samples, with the batch axis first
   * @return the outputs, with the batch axis first
   * @throws IllegalArgumentException if the shape does not fit the input
   */
  default FloatNdArray predict(FloatNdArray batch) {
    Objects.requireNonNull(batch, "batch");
    inputShape();
    outputShape();
    return predict(List.of(batch)).get(0);
  }

  /**
   * Predicts a batch.
   *
   * @param batches the samples of each input in order, with the batch axis first
   * @return each output in order, with the batch axis first
   * @throws IllegalArgumentException if the number of batches is not the number of inputs, a shape
   *     does not fit its input, or the batches differ in size
   */
  default List<FloatNdArray> predict(List<FloatNdArray> batches) {
    Arguments.requireNoNulls("batches", batches);
    return List.copyOf(predict(PredictorArguments.named(this, batches)).values());
  }

  /**
   * Predicts a batch.
   *
   * @param batches the samples of each input by name, with the batch axis first
   * @return each output by name, with the batch axis first
   * @throws IllegalArgumentException if a name is missing or unknown, a shape does not fit its
   *     input, or the batches differ in size
   */
  Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches);

  /**
   * Predicts every sample of a data set, in batches of 32, or every sample in the first pass of a
   * batch source, batch by batch. The outputs are collected in memory.
   *
   * @param source samples with inputs in the model's order or with its names; labels are ignored
   * @return the output, with the sample axis first
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the inputs, or the
   *     source throws
   */
  default FloatNdArray predict(Source source) {
    Objects.requireNonNull(source, "source");
    outputShape();
    return predictAll(source).values().iterator().next();
  }

  /**
   * Predicts every sample; see {@link #predict(Source)}.
   *
   * @param source samples with inputs in the model's order or with its names; labels are ignored
   * @return each output by name, with the sample axis first
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the inputs, or the
   *     source throws
   */
  Map<String, FloatNdArray> predictAll(Source source);

  /**
   * Releases the native memory, once the batches that other threads are predicting are done; a
   * second call has no effect.
   *
   * @throws IllegalStateException if called by a function that is reading the model's variables
   */
  @Override
  void close();
}
