package io.rhyton.golden;

import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.tensorflow.ndarray.Shape;

/**
 * What convolutions and poolings compute, in plain Java and in double precision: slowly, by their
 * definition.
 *
 * @param image the shape of an image
 * @param size of the kernel or pool
 * @param strides from one place to the next
 * @param dilation from one pixel that is looked at to the next
 * @param padding what happens at the border
 */
record ReferenceWindow(Shape image, Size2D size, Size2D strides, Size2D dilation, Padding padding) {

  /** Receives each pixel that is inside the image: places of the output, the image, the kernel. */
  private interface Visitor {
    void visit(int output, int pixel, int tap);
  }

  private static int length(int pixels, int size, int stride, int dilation, Padding padding) {
    int reach = (size - 1) * dilation + 1;
    return -Math.floorDiv(-(padding == Padding.SAME ? pixels : pixels - reach + 1), stride);
  }

  private static int before(int pixels, int size, int stride, int dilation, Padding padding) {
    int last = (length(pixels, size, stride, dilation, padding) - 1) * stride;
    int reach = (size - 1) * dilation + 1;
    return padding == Padding.SAME ? Math.max(last + reach - pixels, 0) / 2 : 0;
  }

  private int height() {
    return (int) image.get(0);
  }

  private int width() {
    return (int) image.get(1);
  }

  private int channels() {
    return (int) image.get(2);
  }

  private int rows() {
    return length(height(), size.height(), strides.height(), dilation.height(), padding);
  }

  private int columns() {
    return length(width(), size.width(), strides.width(), dilation.width(), padding);
  }

  private void forEach(Visitor visitor) {
    int top = before(height(), size.height(), strides.height(), dilation.height(), padding);
    int left = before(width(), size.width(), strides.width(), dilation.width(), padding);
    for (int output = 0; output < rows() * columns(); output++) {
      for (int tap = 0; tap < size.height() * size.width(); tap++) {
        int y =
            output / columns() * strides.height() - top + tap / size.width() * dilation.height();
        int x = output % columns() * strides.width() - left + tap % size.width() * dilation.width();
        if (y >= 0 && y < height() && x >= 0 && x < width()) {
          visitor.visit(output, y * width() + x, tap);
        }
      }
    }
  }

  /** The convolution with a kernel {@code [height, width, channels / groups, filters]}. */
  double[] convolved(float[] values, float[] kernel, int groups, int filters) {
    double[] sums = new double[rows() * columns() * filters];
    int channels = channels() / groups;
    forEach(
        (output, pixel, tap) -> {
          for (int filter = 0; filter < filters; filter++) {
            int first = filter / (filters / groups) * channels;
            for (int channel = 0; channel < channels; channel++) {
              sums[output * filters + filter] +=
                  (double) values[pixel * channels() + first + channel]
                      * kernel[(tap * channels + channel) * filters + filter];
            }
          }
        });
    return sums;
  }

  /** The convolution of each channel, with a kernel {@code [height, width, channels, filters]}. */
  double[] convolvedByChannel(float[] values, float[] kernel, int filters) {
    double[] sums = new double[rows() * columns() * channels() * filters];
    forEach(
        (output, pixel, tap) -> {
          for (int i = 0; i < channels() * filters; i++) {
            sums[output * channels() * filters + i] +=
                (double) values[pixel * channels() + i / filters]
                    * kernel[tap * channels() * filters + i];
          }
        });
    return sums;
  }

  /**
   * The transposed convolution of what such a convolution would make of this image, with a kernel
   * {@code [height, width, channels, filters]}.
   */
  double[] transposed(float[] values, float[] kernel, int filters) {
    double[] sums = new double[height() * width() * channels()];
    forEach(
        (output, pixel, tap) -> {
          for (int channel = 0; channel < channels(); channel++) {
            for (int filter = 0; filter < filters; filter++) {
              sums[pixel * channels() + channel] +=
                  (double) values[output * filters + filter]
                      * kernel[(tap * channels() + channel) * filters + filter];
            }
          }
        });
    return sums;
  }

  /** The largest values. */
  double[] maxima(float[] values) {
    return pooled(values, Double.NEGATIVE_INFINITY, Math::max);
  }

  /** The averages of what is inside the image. */
  double[] averages(float[] values) {
    double[] sums = pooled(values, 0, Double::sum);
    int[] counts = new int[rows() * columns()];
    forEach((output, pixel, tap) -> counts[output]++);
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i / channels()];
    }
    return sums;
  }

  private double[] pooled(float[] values, double start, DoubleBinaryOperator join) {
    double[] joined = new double[rows() * columns() * channels()];
    Arrays.fill(joined, start);
    forEach(
        (output, pixel, tap) -> {
          for (int channel = 0; channel < channels(); channel++) {
            int place = output * channels() + channel;
            joined[place] = join.applyAsDouble(joined[place], values[pixel * channels() + channel]);
          }
        });
    return joined;
  }
}
