package io.rhyton.graph.layer;

import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Resizing;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBicubic;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits layers that resize images or crop their center. */
public final class ResizingOps {
  private ResizingOps() {}

  /** The height and width of a batch of images. */
  public static Size2D size(Shape images) {
    return new Size2D(Math.toIntExact(images.get(1)), Math.toIntExact(images.get(2)));
  }

  static Operand<TFloat32> resize(LayerScope scope, Resizing layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> images = scope.input();
    Dimension height = scope.inputSize(1);
    Dimension width = scope.inputSize(2);
    List<Dimension> from = List.of(height, width);
    Size2D to = size(scope.outputShape());
    AspectRatio ratio = new AspectRatio(to, true);
    if (layer.cropToAspectRatio()) {
      Crop middle = ratio.middle(tf, height, width);
      images = middle.of(tf, images);
      from = middle.size();
    } else if (layer.padToAspectRatio()) {
      Border missing = ratio.missing(tf, height, width);
      images = missing.around(tf, images, (float) layer.fillValue());
      from = List.of(height.plus(tf, missing.rows(tf)), width.plus(tf, missing.columns(tf)));
    }
    return resize(tf, images, from, dimensions(to), layer.interpolation(), layer.antialias());
  }

  /**
   * Crops the center; if the border is odd, the extra row or column is cropped at the end. Images
   * that are too small are cropped to the aspect ratio and resized.
   */
  static Operand<TFloat32> cropCenter(LayerScope scope, CenterCrop layer) {
    Ops tf = scope.tf();
    Size2D to = size(scope.outputShape());
    Crop center =
        new Crop(
            scope.inputSize(1).plus(tf, -to.height()).dividedBy(tf, 2),
            scope.inputSize(2).plus(tf, -to.width()).dividedBy(tf, 2),
            Dimension.of(to.height()),
            Dimension.of(to.width()));
    List<Dimension> from = List.of(scope.inputSize(1), scope.inputSize(2));
    return resize(scope, center.ifAtLeast(tf, from, to, middle(scope)));
  }

  /**
   * Resizes the largest centered window with the aspect ratio of the output to the size of the
   * output.
   */
  static Operand<TFloat32> fill(LayerScope scope) {
    return resize(scope, middle(scope));
  }

  /** The largest centered window of the input with the aspect ratio of the output. */
  static Crop middle(LayerScope scope) {
    return new AspectRatio(size(scope.outputShape()), false)
        .middle(scope.tf(), scope.inputSize(1), scope.inputSize(2));
  }

  /** Resizes a window of the input bilinearly to the size of the output, if it has another one. */
  static Operand<TFloat32> resize(LayerScope scope, Crop window) {
    return resize(
        scope.tf(),
        window.of(scope.tf(), scope.input()),
        window.size(),
        dimensions(size(scope.outputShape())),
        Interpolation.BILINEAR,
        false);
  }

  private static List<Dimension> dimensions(Size2D size) {
    return List.of(Dimension.of(size.height()), Dimension.of(size.width()));
  }

  /**
   * Resizes images as {@code tf.image.resize} does.
   *
   * @param from the height and width of the images
   * @param to the height and width to resize to
   */
  static Operand<TFloat32> resize(
      Ops tf,
      Operand<TFloat32> images,
      List<Dimension> from,
      List<Dimension> to,
      Interpolation interpolation,
      boolean antialias) {
    if (areEqual(from.get(0), to.get(0)) && areEqual(from.get(1), to.get(1))) {
      return images;
    }
    Operand<TInt32> size = Dimension.vector(tf, to);
    return switch (interpolation) {
      case NEAREST -> nearest(tf, images, to);
      case BILINEAR ->
          antialias
              ? scale(tf, images, from, to, "triangle", true)
              : tf.image.resizeBilinear(images, size, ResizeBilinear.halfPixelCenters(true));
      case BICUBIC ->
          antialias
              ? scale(tf, images, from, to, "keyscubic", true)
              : tf.image.resizeBicubic(images, size, ResizeBicubic.halfPixelCenters(true));
      case LANCZOS3 -> scale(tf, images, from, to, "lanczos3", antialias);
      case LANCZOS5 -> scale(tf, images, from, to, "lanczos5", antialias);
    };
  }

  private static boolean areEqual(Dimension one, Dimension other) {
    return one.isKnown() && other.isKnown() && one.known() == other.known();
  }

  /** Samples at half-pixel centers, where rounding the scale cannot select a neighboring pixel. */
  static Operand<TFloat32> nearest(Ops tf, Operand<TFloat32> images, List<Dimension> size) {
    return tf.image.resizeNearestNeighbor(
        images, Dimension.vector(tf, size), ResizeNearestNeighbor.halfPixelCenters(true));
  }

  private static Operand<TFloat32> factors(Ops tf, List<Dimension> from, List<Dimension> to) {
    if (Stream.concat(from.stream(), to.stream()).allMatch(Dimension::isKnown)) {
      return tf.constant(
          new float[] {
            (float) to.get(0).known() / from.get(0).known(),
            (float) to.get(1).known() / from.get(1).known()
          });
    }
    return tf.stack(
        List.of(
            tf.math.div(to.get(0).number(tf), from.get(0).number(tf)),
            tf.math.div(to.get(1).number(tf), from.get(1).number(tf))));
  }

  private static Operand<TFloat32> scale(
      Ops tf,
      Operand<TFloat32> images,
      List<Dimension> from,
      List<Dimension> to,
      String kernel,
      boolean antialias) {
    return tf.image.scaleAndTranslate(
        images,
        Dimension.vector(tf, to),
        factors(tf, from, to),
        tf.constant(new float[2]),
        ScaleAndTranslate.kernelType(kernel),
        ScaleAndTranslate.antialias(antialias));
  }
}
