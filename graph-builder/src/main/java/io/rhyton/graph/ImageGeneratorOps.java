package io.rhyton.graph;

import io.rhyton.graph.layer.AffineTransform;
import io.rhyton.graph.layer.ImageView;
import io.rhyton.graph.layer.PixelSampling;
import io.rhyton.graph.layer.ResizingOps;
import io.rhyton.graph.layer.Sampling;
import io.rhyton.model.augmentation.GeometricTransform;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.augmentation.ImageStandardization;
import io.rhyton.model.augmentation.ShiftRange;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Emits the transforms of {@link ImageDataGenerator}, in the same order as in Keras. */
final class ImageGeneratorOps {
  /** The number of random values per image, regardless of the transforms in use. */
  static final int DRAWS = 10;

  /** The epsilon that Keras adds to a denominator. */
  private static final float EPSILON = 1e-6f;

  private final Ops tf;
  private final ImageDataGenerator generator;
  private final GeometricTransform geometry;
  private final Shape image;
  private final Size2D size;

  ImageGeneratorOps(Ops tf, ImageDataGenerator generator, Shape image) {
    this.tf = tf;
    this.generator = generator;
    this.geometry = generator.geometricTransform();
    this.image = image;
    this.size = ResizingOps.size(image.prepend(Shape.UNKNOWN_SIZE));
  }

  /**
   * Augments images.
   *
   * @param draws uniform random numbers in [0, 1), {@code [batch, 10]}: for the rotation, the
   *     vertical and horizontal shift, the shear, the horizontal and vertical zoom, the horizontal
   *     and vertical flip, the channel shift and the brightness
   */
  Operand<TFloat32> transform(Operand<TFloat32> images, Operand<TFloat32> draws) {
    List<? extends Operand<TFloat32>> drawn =
        tf.unstack(draws, (long) DRAWS, Unstack.axis(1L)).output();
    Operand<TFloat32> moved =
        geometry.isAffine() ? transformed(images, view(drawn)) : mirrored(images, drawn);
    return brightened(shifted(moved, drawn.get(8)), drawn.get(9));
  }

  private ImageView view(List<? extends Operand<TFloat32>> drawn) {
    return new ImageView(
        symmetric(drawn.get(0), Math.toRadians(geometry.rotationRange())),
        shift(drawn.get(2), geometry.widthShiftRange(), size.width()),
        shift(drawn.get(1), geometry.heightShiftRange(), size.height()),
        symmetric(drawn.get(3), Math.toRadians(geometry.shearRange())),
        zoom(drawn.get(4), geometry.horizontalFlip(), drawn.get(6)),
        zoom(drawn.get(5), geometry.verticalFlip(), drawn.get(7)));
  }

  private Operand<TFloat32> within(Operand<TFloat32> draw, Interval range) {
    float lower = (float) range.lower();
    return tf.math.add(
        tf.math.mul(draw, tf.constant((float) range.upper() - lower)), tf.constant(lower));
  }

  private Operand<TFloat32> symmetric(Operand<TFloat32> draw, double range) {
    return within(draw, Interval.of(-range, range));
  }

  private Operand<TFloat32> shift(Operand<TFloat32> draw, ShiftRange range, int side) {
    Operand<TFloat32> pixels = symmetric(draw, range.pixels(side));
    return range.wholePixels()
        ? tf.math.mul(tf.math.sign(pixels), tf.math.floor(tf.math.abs(pixels)))
        : pixels;
  }

  /** A zoom factor; a flip is a zoom by -1. */
  private Operand<TFloat32> zoom(
      Operand<TFloat32> draw, boolean mirrors, Operand<TFloat32> mirrorDraw) {
    Operand<TFloat32> factor = within(draw, geometry.zoomRange());
    return mirrors ? tf.select(isDrawn(mirrorDraw), tf.math.neg(factor), factor) : factor;
  }

  private Operand<TBool> isDrawn(Operand<TFloat32> draw) {
    return tf.math.less(draw, tf.constant(0.5f));
  }

  private Operand<TFloat32> mirrored(
      Operand<TFloat32> images, List<? extends Operand<TFloat32>> drawn) {
    Operand<TFloat32> across =
        geometry.horizontalFlip() ? mirrored(images, drawn.get(6), 2) : images;
    return geometry.verticalFlip() ? mirrored(across, drawn.get(7), 1) : across;
  }

  private Operand<TFloat32> mirrored(Operand<TFloat32> images, Operand<TFloat32> draw, int axis) {
    return tf.select(
        imagewise(isDrawn(draw)), tf.reverse(images, tf.constant(new int[] {axis})), images);
  }

  private <T extends TType> Operand<T> imagewise(Operand<T> numbers) {
    return tf.reshape(numbers, tf.constant(new int[] {-1, 1, 1, 1}));
  }

  /**
   * Fills points outside the image as SciPy does, which Keras uses: a constant fills everything
   * beyond the centers of the border pixels, and wrapping has a period of one pixel less than the
   * side. TensorFlow's op does neither.
   */
  private Operand<TFloat32> transformed(Operand<TFloat32> images, ImageView view) {
    AffineTransform transform = view.transform(tf, size);
    Interpolation interpolation =
        geometry.interpolationOrder() == 0 ? Interpolation.NEAREST : Interpolation.BILINEAR;
    return switch (geometry.fillMode()) {
      case NEAREST, REFLECT ->
          new Sampling(interpolation, geometry.fillMode(), 0)
              .transform(tf, images, transform, size);
      case CONSTANT -> {
        Sampling sampling = new Sampling(interpolation, FillMode.NEAREST, 0);
        yield tf.select(
            tf.expandDims(
                new PixelSampling(tf, sampling, batch()).isInside(transform), tf.constant(-1)),
            sampling.transform(tf, images, transform, size),
            tf.constant((float) geometry.cval()));
      }
      case WRAP ->
          PixelSampling.overlapping(tf, new Sampling(interpolation, FillMode.WRAP, 0), batch())
              .transform(images, transform);
    };
  }

  private Shape batch() {
    return image.prepend(Shape.UNKNOWN_SIZE);
  }

  private Operand<TFloat32> shifted(Operand<TFloat32> images, Operand<TFloat32> draw) {
    if (generator.channelShiftRange() == 0) {
      return images;
    }
    Operand<TFloat32> least = tf.min(images, imageAxes(), Min.keepDims(true));
    Operand<TFloat32> greatest = tf.max(images, imageAxes(), Max.keepDims(true));
    Operand<TFloat32> added =
        tf.math.add(images, imagewise(symmetric(draw, generator.channelShiftRange())));
    return tf.math.minimum(tf.math.maximum(added, least), greatest);
  }

  private Operand<TFloat32> brightened(Operand<TFloat32> images, Operand<TFloat32> draw) {
    Interval range = generator.brightnessRange();
    if (range == null) {
      return images;
    }
    Operand<TFloat32> black = tf.constant((float) generator.valueRange().lower());
    Operand<TFloat32> light =
        tf.math.mul(tf.math.sub(images, black), imagewise(within(draw, range)));
    return tf.clipByValue(
        tf.math.add(light, black), black, tf.constant((float) generator.valueRange().upper()));
  }

  /** Standardizes images. */
  Operand<TFloat32> standardize(Operand<TFloat32> images) {
    ImageStandardization standardization = generator.standardization();
    Operand<TFloat32> standardized = images;
    if (standardization.samplewiseCenter()) {
      standardized = tf.math.sub(standardized, mean(standardized));
    }
    if (standardization.samplewiseStdNormalization()) {
      // The mean is already 0.
      Operand<TFloat32> variance = mean(tf.math.square(standardized));
      standardized =
          tf.math.div(standardized, tf.math.add(tf.math.sqrt(variance), tf.constant(EPSILON)));
    }
    if (standardization.featurewiseCenter()) {
      standardized = tf.math.sub(standardized, tf.constant(floats(standardization.mean(), 0)));
    }
    if (standardization.featurewiseStdNormalization()) {
      standardized = tf.math.div(standardized, tf.constant(floats(standardization.std(), EPSILON)));
    }
    return standardized;
  }

  private Operand<TFloat32> mean(Operand<TFloat32> images) {
    return tf.math.mean(images, imageAxes(), Mean.keepDims(true));
  }

  private Operand<TInt32> imageAxes() {
    return tf.constant(new int[] {1, 2, 3});
  }

  private static float[] floats(List<Double> numbers, float added) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue() + added;
    }
    return floats;
  }
}
