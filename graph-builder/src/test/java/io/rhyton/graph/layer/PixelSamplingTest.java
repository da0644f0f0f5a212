package io.rhyton.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.shape.Size2D;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The differentiable sampling returns the same as TensorFlow's own op. */
class PixelSamplingTest {
  private static final int IMAGES = 6;
  private static final Size2D SIZE = new Size2D(4, 5);
  private static final Dimension HEIGHT = Dimension.of(4);
  private static final Dimension WIDTH = Dimension.of(5);
  private static final int PIXELS = 20;
  private static final float NEAR = 1e-4f;

  static Stream<Arguments> samplings() {
    return Stream.of(Interpolation.NEAREST, Interpolation.BILINEAR)
        .flatMap(
            interpolation ->
                Arrays.stream(FillMode.values())
                    .flatMap(
                        fillMode ->
                            Stream.of("rotation", "zoom", "translation", "far")
                                .map(kind -> Arguments.of(interpolation, fillMode, kind))));
  }

  @ParameterizedTest
  @MethodSource("samplings")
  void imagesAreTransformedAsByTensorFlow(
      Interpolation interpolation, FillMode fillMode, String kind) {
    Sampling sampling = new Sampling(interpolation, fillMode, 0.5);
    Shape shape = Shape.of(IMAGES, SIZE.height(), SIZE.width(), 2);
    float[] ours =
        run(
            (tf, transform) ->
                new PixelSampling(tf, sampling, unknownBatch(shape))
                    .transform(images(tf, shape), transform),
            kind,
            IMAGES);
    float[] theirs =
        run(
            (tf, transform) -> sampling.transform(tf, images(tf, shape), transform, SIZE),
            kind,
            IMAGES);
    assertThat(ours).usingComparatorWithPrecision(NEAR).containsExactly(theirs);
  }

  /**
   * The sum is linear in the pixels, so the gradient consists of the sums for images with a single
   * nonzero pixel each.
   */
  @ParameterizedTest
  @MethodSource("samplings")
  void theGradientMatchesSinglePixels(Interpolation interpolation, FillMode fillMode, String kind) {
    Sampling sampling = new Sampling(interpolation, fillMode, 0);
    Shape shape = Shape.of(1, SIZE.height(), SIZE.width(), 1);
    float[] gradient =
        run(
            (tf, transform) -> {
              Operand<TFloat32> image = images(tf, shape);
              Operand<TFloat32> seen =
                  new PixelSampling(tf, sampling, unknownBatch(shape)).transform(image, transform);
              Operand<TFloat32> counted = tf.math.mul(seen, images(tf, shape));
              return tf.gradients(counted, List.of(image)).dy(0);
            },
            kind,
            1);
    float[] slopes =
        run(
            (tf, transform) -> {
              Operand<TFloat32> single = singlePixels(tf);
              Operand<TFloat32> seen = sampling.transform(tf, single, transform, SIZE);
              return tf.sum(tf.math.mul(seen, images(tf, shape)), tf.constant(new int[] {1, 2, 3}));
            },
            kind,
            1);
    assertThat(gradient).usingComparatorWithPrecision(NEAR).containsExactly(slopes);
  }

  private static Shape unknownBatch(Shape shape) {
    return shape.tail().prepend(Shape.UNKNOWN_SIZE);
  }

  private static Operand<TFloat32> images(Ops tf, Shape shape) {
    return tf.constant(shape, DataBuffers.of(numbers((int) shape.size(), 1)));
  }

  /** One image per pixel, in which all other pixels are 0. */
  private static Operand<TFloat32> singlePixels(Ops tf) {
    float[] pixels = new float[PIXELS * PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[i * PIXELS + i] = 1;
    }
    return tf.constant(Shape.of(PIXELS, SIZE.height(), SIZE.width(), 1), DataBuffers.of(pixels));
  }

  private static float[] run(
      BiFunction<Ops, AffineTransform, Operand<TFloat32>> output, String kind, int count) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> fetched = output.apply(tf, transform(tf, kind, count));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(fetched).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
      }
    }
  }

  private static AffineTransform transform(Ops tf, String kind, int count) {
    return switch (kind) {
      case "rotation" ->
          AffineTransform.rotation(tf, tf.constant(numbers(count, 3)), HEIGHT, WIDTH);
      case "zoom" ->
          AffineTransform.zoom(
              tf, tf.constant(numbers(count, 2)), tf.constant(numbers(count, 2)), HEIGHT, WIDTH);
      case "translation" ->
          AffineTransform.translation(
              tf, tf.constant(numbers(count, 4)), tf.constant(numbers(count, 5)));
      default ->
          AffineTransform.translation(
              tf, tf.constant(numbers(count, 40)), tf.constant(numbers(count, 50)));
    };
  }

  /** Random numbers from {@code -most} to {@code most}, the same for the same arguments. */
  private static float[] numbers(int count, float most) {
    Random random = new Random(count + (long) most);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (2 * random.nextFloat() - 1) * most;
    }
    return numbers;
  }
}
