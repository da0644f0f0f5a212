package io.rhyton.graph.layer;

import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Interpolation;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Transforms images with differentiable ops: each output pixel gathers the input pixels that it is
 * interpolated from. Computes the same as TensorFlow's {@code ImageProjectiveTransformV3} ({@code
 * tensorflow/core/kernels/image/image_ops.h}, TensorFlow 2.18).
 */
public final class PixelSampling {
  private final Ops tf;
  private final Sampling sampling;
  private final Dimension height;
  private final Dimension width;
  private final long channels;
  private final int overlap;

  /**
   * Creates a sampling of images of a known size.
   *
   * @param shape the shape of a batch of images
   */
  public PixelSampling(Ops tf, Sampling sampling, Shape shape) {
    this(tf, sampling, shape, 0);
  }

  private PixelSampling(Ops tf, Sampling sampling, Shape shape, int overlap) {
    this(
        tf,
        sampling,
        Dimension.of(shape.get(1)),
        Dimension.of(shape.get(2)),
        shape.get(3),
        overlap);
  }

  private PixelSampling(
      Ops tf, Sampling sampling, Dimension height, Dimension width, long channels, int overlap) {
    this.tf = tf;
    this.sampling = sampling;
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.overlap = overlap;
  }

  /** Returns a sampling of the input of a layer. */
  static PixelSampling ofInput(LayerScope scope, Sampling sampling) {
    return new PixelSampling(
        scope.tf(), sampling, scope.inputSize(1), scope.inputSize(2), scope.inputShape().get(3), 0);
  }

  /**
   * Returns a sampling that wraps images around as SciPy does ({@code map_coordinate} in {@code
   * scipy/ndimage/src/ni_interpolation.c}, 1.16): the last pixels coincide with the first.
   */
  public static PixelSampling overlapping(Ops tf, Sampling sampling, Shape shape) {
    return new PixelSampling(tf, sampling, shape, 1);
  }

  public Operand<TFloat32> transform(Operand<TFloat32> images, AffineTransform transform) {
    Pixels pixels = new Pixels(images);
    Operand<TFloat32> column = within(column(transform), width);
    Operand<TFloat32> row = within(row(transform), height);
    return sampling.interpolation() == Interpolation.NEAREST
        ? pixels.at(rounded(row), rounded(column))
        : between(pixels, row, column);
  }

  /** Which output pixels are sampled from inside the image, {@code [batch, height, width]}. */
  public Operand<TBool> isInside(AffineTransform transform) {
    return tf.math.logicalAnd(isWithin(row(transform), height), isWithin(column(transform), width));
  }

  private Operand<TFloat32> column(AffineTransform transform) {
    return sum(transform.xx(), transform.xy(), transform.xAt());
  }

  private Operand<TFloat32> row(AffineTransform transform) {
    return sum(transform.yx(), transform.yy(), transform.yAt());
  }

  private Operand<TBool> isWithin(Operand<TFloat32> at, Dimension length) {
    return tf.math.logicalAnd(
        tf.math.greaterEqual(at, tf.constant(0f)),
        tf.math.lessEqual(at, length.plus(tf, -1).number(tf)));
  }

  private Operand<TFloat32> numbers(Dimension count) {
    return tf.dtypes.cast(
        tf.range(tf.constant(0), count.scalar(tf), tf.constant(1)), TFloat32.class);
  }

  private Operand<TFloat32> sum(Operand<TFloat32> a, Operand<TFloat32> b, Operand<TFloat32> c) {
    Operand<TFloat32> x = tf.reshape(numbers(width), tf.constant(new int[] {1, 1, -1}));
    Operand<TFloat32> y = tf.reshape(numbers(height), tf.constant(new int[] {1, -1, 1}));
    return tf.math.add(
        tf.math.add(tf.math.mul(imagewise(a), x), tf.math.mul(imagewise(b), y)), imagewise(c));
  }

  private Operand<TFloat32> imagewise(Operand<TFloat32> numbers) {
    return tf.reshape(numbers, tf.constant(new int[] {-1, 1, 1}));
  }

  /** Maps a coordinate outside the image into it, unless it is filled with a constant. */
  private Operand<TFloat32> within(Operand<TFloat32> at, Dimension length) {
    return switch (sampling.fillMode()) {
      case CONSTANT -> at;
      case NEAREST -> clamp(at, length);
      case REFLECT -> clamp(reflected(at, length), length);
      case WRAP -> clamp(wrapped(at, length), length);
    };
  }

  private Operand<TFloat32> clamp(Operand<TFloat32> at, Dimension length) {
    return tf.clipByValue(at, tf.constant(0f), length.plus(tf, -1).number(tf));
  }

  private Operand<TFloat32> reflected(Operand<TFloat32> at, Dimension length) {
    Operand<TFloat32> period = length.times(tf, 2).number(tf);
    Operand<TFloat32> before = tf.math.add(at, times(period, tf.math.neg(at), period));
    Operand<TFloat32> turnedBefore =
        tf.select(
            tf.math.less(before, tf.math.neg(length.number(tf))),
            tf.math.add(before, period),
            tf.math.sub(tf.math.neg(before), tf.constant(1f)));
    Operand<TFloat32> after = tf.math.sub(at, times(period, at, period));
    Operand<TFloat32> turnedAfter =
        tf.select(
            tf.math.greaterEqual(after, length.number(tf)),
            tf.math.sub(tf.math.sub(period, after), tf.constant(1f)),
            after);
    return tf.select(tf.math.less(at, tf.constant(0f)), turnedBefore, turnedAfter);
  }

  private Operand<TFloat32> wrapped(Operand<TFloat32> at, Dimension length) {
    Operand<TFloat32> period = length.plus(tf, -overlap).number(tf);
    // Divides by 1 where there is a single pixel, which the caller selects anyway.
    Operand<TFloat32> last = length.plus(tf, -1).atLeast(tf, 1).number(tf);
    Operand<TFloat32> before =
        tf.math.add(at, tf.math.add(times(period, tf.math.neg(at), last), period));
    Operand<TFloat32> after = tf.math.sub(at, times(period, at, last));
    return tf.select(
        tf.math.less(at, tf.constant(0f)), before, tf.select(tf.math.greater(at, last), after, at));
  }

  /** A number times the floor of a quotient. */
  private Operand<TFloat32> times(
      Operand<TFloat32> number, Operand<TFloat32> dividend, Operand<TFloat32> divisor) {
    return tf.math.mul(number, tf.math.floor(tf.math.div(dividend, divisor)));
  }

  /**
   * Rounds to the nearest integer, halves away from 0; TensorFlow's own op rounds halves to even.
   */
  private Operand<TFloat32> rounded(Operand<TFloat32> at) {
    Operand<TFloat32> distance = tf.math.abs(at);
    Operand<TFloat32> whole = tf.math.floor(distance);
    Operand<TBool> isUp = tf.math.greaterEqual(tf.math.sub(distance, whole), tf.constant(0.5f));
    return tf.math.mul(tf.math.sign(at), tf.math.add(whole, tf.dtypes.cast(isUp, TFloat32.class)));
  }

  private Operand<TFloat32> between(
      Pixels pixels, Operand<TFloat32> row, Operand<TFloat32> column) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> top = tf.math.floor(row);
    Operand<TFloat32> left = tf.math.floor(column);
    Operand<TFloat32> bottom = tf.math.add(top, one);
    Operand<TFloat32> right = tf.math.add(left, one);
    Operand<TFloat32> down = share(row, top);
    Operand<TFloat32> across = share(column, left);
    return mean(
        mean(pixels.at(top, left), pixels.at(top, right), across),
        mean(pixels.at(bottom, left), pixels.at(bottom, right), across),
        down);
  }

  /** The difference of two coordinates, for all channels, excluded from gradients. */
  private Operand<TFloat32> share(Operand<TFloat32> number, Operand<TFloat32> above) {
    return tf.stopGradient(tf.expandDims(tf.math.sub(number, above), tf.constant(-1)));
  }

  private Operand<TFloat32> mean(
      Operand<TFloat32> first, Operand<TFloat32> second, Operand<TFloat32> shareOfSecond) {
    return tf.math.add(
        tf.math.mul(tf.math.sub(tf.constant(1f), shareOfSecond), first),
        tf.math.mul(shareOfSecond, second));
  }

  /** The images as a list of pixels. */
  private final class Pixels {
    private final Operand<TFloat32> all;
    private final Operand<TInt32> firstOfImage;

    private Pixels(Operand<TFloat32> images) {
      this.all = tf.reshape(images, tf.constant(new long[] {-1, channels}));
      Operand<TInt32> count = tf.gather(tf.shape(images), tf.constant(0), tf.constant(0));
      Operand<TInt32> numbers = tf.range(tf.constant(0), count, tf.constant(1));
      this.firstOfImage =
          tf.reshape(
              tf.math.mul(numbers, height.times(tf, width).scalar(tf)),
              tf.constant(new int[] {-1, 1, 1}));
    }

    /** The pixels at rows and columns, with the fill value outside the image. */
    private Operand<TFloat32> at(Operand<TFloat32> row, Operand<TFloat32> column) {
      Operand<TInt32> pixel =
          tf.math.add(
              tf.math.add(firstOfImage, tf.math.mul(index(row, height), width.scalar(tf))),
              index(column, width));
      Operand<TFloat32> found = tf.gather(all, tf.stopGradient(pixel), tf.constant(0));
      if (sampling.fillMode() != FillMode.CONSTANT) {
        return found;
      }
      Operand<TBool> isInside = tf.math.logicalAnd(isWithin(row, height), isWithin(column, width));
      return tf.select(
          tf.expandDims(isInside, tf.constant(-1)),
          found,
          tf.constant((float) sampling.fillValue()));
    }

    private Operand<TInt32> index(Operand<TFloat32> at, Dimension length) {
      return tf.dtypes.cast(clamp(at, length), TInt32.class);
    }
  }
}
