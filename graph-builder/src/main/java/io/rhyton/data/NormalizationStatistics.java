package io.rhyton.data;

import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.layer.Normalization;
import java.util.Arrays;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Computes the statistics of a data set that a layer needs before a model is built.
 *
 * <p>Source: {@code Normalization.adapt} in {@code
 * keras/src/layers/preprocessing/normalization.py}, Keras 3.15.
 */
public final class NormalizationStatistics {
  private NormalizationStatistics() {}

  /**
   * Returns the layer with the mean and variance of all samples, one of each per index along its
   * axis.
   *
   * @param layer a layer with one axis or none
   * @param data samples of the shape of the layer's input
   * @throws IllegalArgumentException if the layer has several axes, or one that the samples lack
   */
  public static Normalization adapt(Normalization layer, Dataset data) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(data, "data");
    Moments moments = moments(axis(layer, data.input().shape()), data);
    return layer.mean(moments.means()).variance(moments.variances());
  }

  /**
   * Returns the generator with the mean and standard deviation of each channel over all images.
   *
   * @param generator the generator, which uses them if it centers or normalizes feature-wise
   * @param data images, or other samples with channels last
   */
  public static ImageDataGenerator adapt(ImageDataGenerator generator, Dataset data) {
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(data, "data");
    Moments moments = moments(data.input().shape().numDimensions(), data);
    return generator.measured(
        moments.means(), Arrays.stream(moments.variances()).map(Math::sqrt).toArray());
  }

  /** The moments of all samples along an axis, counted with the batch as axis 0; 0 for none. */
  private static Moments moments(int axis, Dataset data) {
    Shape shape = data.input().shape();
    int sizeAlongAxis = axis == 0 ? 1 : (int) shape.get(axis - 1);
    // The number of consecutive values with the same index along the axis.
    int stride = axis == 0 ? 1 : (int) shape.takeLast(shape.numDimensions() - axis).size();
    Moments moments = new Moments(sizeAlongAxis, stride);
    float[] sample = new float[(int) shape.size()];
    for (int i = 0; i < data.size(); i++) {
      data.input().copy(i, sample, 0);
      moments.add(sample);
    }
    return moments;
  }

  /** The non-negative axis, counted with the batch as axis 0; 0 if there is none. */
  private static int axis(Normalization layer, Shape shape) {
    if (layer.axis().isEmpty()) {
      return 0;
    }
    int rank = shape.numDimensions() + 1;
    int axis = layer.axis().get(0);
    int fromFront = axis < 0 ? axis + rank : axis;
    if (layer.axis().size() > 1 || fromFront < 1 || fromFront >= rank) {
      throw new IllegalArgumentException(
          "axis must be none, or a single axis of samples of rank "
              + shape.numDimensions()
              + ", got "
              + layer.axis());
    }
    return fromFront;
  }

  /** Sums in float64 of the differences from the first value, to avoid cancellation. */
  private static final class Moments {
    private final int stride;
    private final double[] origins;
    private final double[] sums;
    private final double[] squares;
    private long samples;
    private int valuesPerIndex;

    Moments(int size, int stride) {
      this.stride = stride;
      this.origins = new double[size];
      this.sums = new double[size];
      this.squares = new double[size];
    }

    void add(float[] sample) {
      int size = sums.length;
      valuesPerIndex = sample.length / size;
      for (int i = 0; i < sample.length; i++) {
        int index = i / stride % size;
        if (samples == 0 && i / stride < size && i % stride == 0) {
          origins[index] = sample[i];
        }
        double distance = sample[i] - origins[index];
        sums[index] += distance;
        squares[index] += distance * distance;
      }
      samples++;
    }

    double[] means() {
      double[] means = new double[sums.length];
      for (int i = 0; i < means.length; i++) {
        means[i] = origins[i] + sums[i] / count();
      }
      return means;
    }

    double[] variances() {
      double[] variances = new double[sums.length];
      for (int i = 0; i < variances.length; i++) {
        double mean = sums[i] / count();
        variances[i] = Math.max(0, squares[i] / count() - mean * mean);
      }
      return variances;
    }

    private double count() {
      return (double) samples * valuesPerIndex;
    }
  }
}
