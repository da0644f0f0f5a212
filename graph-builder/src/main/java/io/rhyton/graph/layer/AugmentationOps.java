package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness.Draw;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits the random augmentation layers. Random numbers are drawn and used in the same order as in
 * Keras, so that a layer with a seed augments each image exactly as Keras does.
 */
final class AugmentationOps {
  private static final Draw FIRST_OF_TWO = new Draw(0, 2);
  private static final Draw SECOND_OF_TWO = new Draw(1, 2);

  private AugmentationOps() {}

  static Operand<TFloat32> flip(LayerScope scope, RandomFlip layer) {
    Operand<TFloat32> images = scope.input();
    if (!scope.isTraining()) {
      return images;
    }
    Ops tf = scope.tf();
    Operand<TBool> flipped =
        tf.math.lessEqual(
            scope.uniform(layer.seed(), oneAnImage(scope, 1, 1, 1)), tf.constant(0.5f));
    int[] axes =
        switch (layer.mode()) {
          case HORIZONTAL -> new int[] {2};
          case VERTICAL -> new int[] {1};
          case HORIZONTAL_AND_VERTICAL -> new int[] {1, 2};
        };
    return tf.select(flipped, tf.reverse(images, tf.constant(axes)), images);
  }

  static Operand<TFloat32> crop(LayerScope scope, RandomCrop layer) {
    if (!scope.isTraining()) {
      return ResizingOps.fill(scope);
    }
    Ops tf = scope.tf();
    Dimension height = scope.inputSize(1);
    Dimension width = scope.inputSize(2);
    // Starts at the corner of the centered window, with the full size if the image is large enough.
    Crop middle = ResizingOps.middle(scope);
    Crop centered =
        new Crop(
            middle.top(),
            middle.left(),
            height.minus(tf, middle.top()).atMost(tf, Dimension.of(layer.height())),
            width.minus(tf, middle.left()).atMost(tf, Dimension.of(layer.width())));
    Size2D larger = new Size2D(layer.height() + 1, layer.width() + 1);
    Crop window =
        height.isBelow(larger.height()) || width.isBelow(larger.width())
            ? centered
            : drawn(scope, layer).ifAtLeast(tf, List.of(height, width), larger, centered);
    return ResizingOps.resize(scope, window);
  }

  /** A window at a random location of images that are larger. */
  private static Crop drawn(LayerScope scope, RandomCrop layer) {
    Ops tf = scope.tf();
    Dimension rows = scope.inputSize(1).plus(tf, 1L - layer.height());
    Dimension columns = scope.inputSize(2).plus(tf, 1L - layer.width());
    return new Crop(
        location(scope, FIRST_OF_TWO, layer.seed(), rows),
        location(scope, SECOND_OF_TWO, layer.seed(), columns),
        Dimension.of(layer.height()),
        Dimension.of(layer.width()));
  }

  private static Dimension location(
      LayerScope scope, Draw draw, @Nullable Long seed, Dimension places) {
    Ops tf = scope.tf();
    Operand<TFloat32> uniform = scope.uniform(draw, seed, tf.constant(new int[0]));
    return Dimension.of(tf.dtypes.cast(tf.math.mul(uniform, places.number(tf)), TInt32.class));
  }

  static Operand<TFloat32> rotate(LayerScope scope, RandomRotation layer) {
    if (!scope.isTraining() || !layer.differsInTraining(true)) {
      return scope.input();
    }
    Ops tf = scope.tf();
    Operand<TFloat32> degrees =
        draw(
            scope,
            Draw.ONLY,
            layer.seed(),
            layer.factor().lower() * 360,
            layer.factor().upper() * 360,
            oneAnImage(scope));
    Operand<TFloat32> angle = tf.math.mul(degrees, tf.constant((float) (Math.PI / 180)));
    Sampling sampling = new Sampling(layer.interpolation(), layer.fillMode(), layer.fillValue());
    return sampling.transform(
        scope, AffineTransform.rotation(tf, angle, scope.inputSize(1), scope.inputSize(2)));
  }

  static Operand<TFloat32> translate(LayerScope scope, RandomTranslation layer) {
    if (!scope.isTraining() || !layer.differsInTraining(true)) {
      return scope.input();
    }
    Ops tf = scope.tf();
    Operand<TFloat32> down = share(scope, FIRST_OF_TWO, layer.seed(), layer.heightFactor());
    Operand<TFloat32> right = share(scope, SECOND_OF_TWO, layer.seed(), layer.widthFactor());
    Sampling sampling = new Sampling(layer.interpolation(), layer.fillMode(), layer.fillValue());
    return sampling.transform(
        scope,
        AffineTransform.translation(
            tf,
            tf.math.mul(right, scope.inputSize(2).number(tf)),
            tf.math.mul(down, scope.inputSize(1).number(tf))));
  }

  private static Operand<TFloat32> share(
      LayerScope scope, Draw draw, @Nullable Long seed, Interval factor) {
    return draw(scope, draw, seed, factor.lower(), factor.upper(), oneAnImage(scope));
  }

  static Operand<TFloat32> zoom(LayerScope scope, RandomZoom layer) {
    if (!scope.isTraining() || !layer.differsInTraining(true)) {
      return scope.input();
    }
    Interval across = layer.widthFactor();
    Operand<TFloat32> vertical =
        scale(scope, across == null ? Draw.ONLY : FIRST_OF_TWO, layer.seed(), layer.heightFactor());
    Operand<TFloat32> horizontal =
        across == null ? vertical : scale(scope, SECOND_OF_TWO, layer.seed(), across);
    Sampling sampling = new Sampling(layer.interpolation(), layer.fillMode(), layer.fillValue());
    return sampling.transform(
        scope,
        AffineTransform.zoom(
            scope.tf(), horizontal, vertical, scope.inputSize(1), scope.inputSize(2)));
  }

  private static Operand<TFloat32> scale(
      LayerScope scope, Draw draw, @Nullable Long seed, Interval factor) {
    return draw(scope, draw, seed, 1 + factor.lower(), 1 + factor.upper(), oneAnImage(scope));
  }

  static Operand<TFloat32> contrast(LayerScope scope, RandomContrast layer) {
    Operand<TFloat32> images = scope.input();
    if (!scope.isTraining()) {
      return images;
    }
    Ops tf = scope.tf();
    Operand<TFloat32> factor =
        draw(
            scope,
            Draw.ONLY,
            layer.seed(),
            1 - layer.factor().lower(),
            1 + layer.factor().upper(),
            oneAnImage(scope, 1, 1, 1));
    // Averages each column first, as Keras does: the order affects the last bit.
    Operand<TFloat32> columns = tf.math.mean(images, tf.constant(1), Mean.keepDims(true));
    Operand<TFloat32> mean = tf.math.mean(columns, tf.constant(2), Mean.keepDims(true));
    Operand<TFloat32> changed = tf.math.add(tf.math.mul(tf.math.sub(images, mean), factor), mean);
    return clip(tf, changed, layer.valueRange());
  }

  static Operand<TFloat32> brightness(LayerScope scope, RandomBrightness layer) {
    Operand<TFloat32> images = scope.input();
    if (!scope.isTraining()) {
      return images;
    }
    Ops tf = scope.tf();
    Interval range = layer.valueRange();
    Operand<TFloat32> share =
        draw(
            scope,
            Draw.ONLY,
            layer.seed(),
            layer.factor().lower(),
            layer.factor().upper(),
            oneAnImage(scope, 1, 1, 1));
    Operand<TFloat32> added =
        tf.math.mul(share, tf.constant((float) (range.upper() - range.lower())));
    return clip(tf, tf.math.add(images, added), range);
  }

  private static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> images, Interval range) {
    return tf.clipByValue(
        images, tf.constant((float) range.lower()), tf.constant((float) range.upper()));
  }

  /** A shape whose first axis is the batch size. */
  private static Operand<TInt32> oneAnImage(LayerScope scope, int... further) {
    Ops tf = scope.tf();
    Operand<TInt32> images =
        tf.slice(tf.shape(scope.input()), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return further.length == 0
        ? images
        : tf.concat(List.of(images, tf.constant(further)), tf.constant(0));
  }

  /** Uniform random numbers from {@code lower} to {@code upper}, excluded from gradients. */
  private static Operand<TFloat32> draw(
      LayerScope scope,
      Draw draw,
      @Nullable Long seed,
      double lower,
      double upper,
      Operand<TInt32> shape) {
    Ops tf = scope.tf();
    float least = (float) lower;
    float width = (float) upper - least;
    Operand<TFloat32> uniform = scope.uniform(draw, seed, shape);
    // The random op has no gradient, but TensorFlow would look for one.
    return tf.stopGradient(
        tf.math.add(tf.math.mul(uniform, tf.constant(width)), tf.constant(least)));
  }
}
