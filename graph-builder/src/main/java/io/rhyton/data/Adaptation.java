package io.rhyton.data;

import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.layer.Normalization;
import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/**
 * Finds what a layer has to know of the data before a model is built.
 *
 * <p>Source: {@code Normalization.adapt} in {@code
 * keras/src/layers/preprocessing/normalization.py}, Keras 3.15.
 */
public final class Adaptation {
  private Adaptation() {}

  /**
   * The normalisation with mean and variance of all samples, in each place along its axis.
   *
   * @param layer along one axis or none
   * @param data samples of the shape that the layer will be given
   * @throws IllegalArgumentException if the layer has several axes, or one that the samples lack
   */
  public static Normalization of(Normalization layer, Dataset data) {
    Moments moments = moments(axis(layer, data.shape()), data);
    return layer.mean(moments.means()).variance(moments.variances());
  }

  /**
   * The generator with mean and standard deviation of all images, in each channel.
   *
   * @param generator what is to know them, if it takes any
   * @param data images, or what else has a last axis
   */
  public static ImageDataGenerator of(ImageDataGenerator generator, Dataset data) {
    Moments moments = moments(data.shape().numDimensions(), data);
    return generator.measured(
        moments.means(), Arrays.stream(moments.variances()).map(Math::sqrt).toArray());
  }

  /** Of all samples, along an axis from the front, the batch being 0; 0 for none. */
  private static Moments moments(int axis, Dataset data) {
    Shape shape = data.shape();
    int places = axis == 0 ? 1 : (int) shape.get(axis - 1);
    // How many values there are of one place before those of the next.
    int stride = axis == 0 ? 1 : (int) shape.takeLast(shape.numDimensions() - axis).size();
    Moments moments = new Moments(places, stride);
    float[] sample = new float[(int) shape.size()];
    for (int i = 0; i < data.size(); i++) {
      data.copyInput(i, sample, 0);
      moments.add(sample);
    }
    return moments;
  }

  /** The axis from the front, the batch being 0; 0 if there is none. */
  private static int axis(Normalization layer, Shape shape) {
    if (layer.axis().isEmpty()) {
      return 0;
    }
    int rank = shape.numDimensions() + 1;
    int axis = layer.axis().get(0);
    int fromFront = axis < 0 ? axis + rank : axis;
    if (layer.axis().size() > 1 || fromFront < 1 || fromFront >= rank) {
      throw new IllegalArgumentException(
          "axis must be none, or one of samples of rank "
              + shape.numDimensions()
              + ", got "
              + layer.axis());
    }
    return fromFront;
  }

  /** Sums in float64, of the distances from the first value, so that no digits are lost. */
  private static final class Moments {
    private final int stride;
    private final double[] origins;
    private final double[] sums;
    private final double[] squares;
    private long samples;
    private int valuesAPlace;

    Moments(int places, int stride) {
      this.stride = stride;
      this.origins = new double[places];
      this.sums = new double[places];
      this.squares = new double[places];
    }

    void add(float[] sample) {
      int places = sums.length;
      valuesAPlace = sample.length / places;
      for (int i = 0; i < sample.length; i++) {
        int place = i / stride % places;
        if (samples == 0 && i / stride < places && i % stride == 0) {
          origins[place] = sample[i];
        }
        double distance = sample[i] - origins[place];
        sums[place] += distance;
        squares[place] += distance * distance;
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
      return (double) samples * valuesAPlace;
    }
  }
}
