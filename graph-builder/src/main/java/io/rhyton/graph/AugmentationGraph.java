package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.variable.Randomness;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.SteppedRandomness;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.runtime.NativeRuntime;
import java.util.List;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A graph that augments batches of images, separate from the model's graph so that it can run ahead
 * of the training step. Its randomness depends only on the seed and the step.
 *
 * @param graph the graph
 * @param images the placeholder for images, {@code [batch, height, width, channels]}
 * @param step the placeholder for the number of the training step
 * @param draws uniform random numbers in [0, 1) that determine the augmentation of each image,
 *     {@code [batch, 10]}
 * @param augmented the augmented images, not yet standardized
 * @param trainingInput the augmented and standardized images: the model's input in training
 * @param evaluationInput the original images, standardized: the model's input in evaluation
 */
public record AugmentationGraph(
    Graph graph,
    Placeholder<TFloat32> images,
    Placeholder<TInt64> step,
    Operand<TFloat32> draws,
    Operand<TFloat32> augmented,
    Operand<TFloat32> trainingInput,
    Operand<TFloat32> evaluationInput)
    implements AutoCloseable {
  private static final String NAME = "image_data_generator";

  /**
   * Builds the graph.
   *
   * @param generator the augmentation and standardization to apply
   * @param image the shape of one image, {@code [height, width, channels]}, fully known
   * @param seed the model's seed
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the graph.
  public static AugmentationGraph build(ImageDataGenerator generator, Shape image, long seed) {
    Graph graph = NativeRuntime.newGraph();
    try {
      return emit(graph, generator, image, seed);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static AugmentationGraph emit(
      Graph graph, ImageDataGenerator generator, Shape image, long seed) {
    // While a GPU trains, the CPU is free for augmentation.
    Ops tf =
        Ops.create(graph)
            .withDevice(DeviceSpec.newBuilder().deviceType(DeviceSpec.DeviceType.CPU).build());
    Placeholder<TFloat32> images =
        tf.placeholder(TFloat32.class, Placeholder.shape(image.prepend(Shape.UNKNOWN_SIZE)));
    Placeholder<TInt64> step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    Operand<TInt32> count =
        tf.slice(tf.shape(images), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    Operand<TFloat32> draws =
        new SteppedRandomness(new Seeds(seed), step)
            .uniform(
                tf,
                NAME,
                null,
                Randomness.Draw.ONLY,
                tf.concat(
                    List.of(count, tf.constant(new int[] {ImageGeneratorOps.DRAWS})),
                    tf.constant(0)));
    ImageGeneratorOps ops = new ImageGeneratorOps(tf, generator, image);
    // TensorFlow cannot fetch a fed placeholder, and there may be no augmentation to apply.
    Operand<TFloat32> given = tf.identity(images);
    Operand<TFloat32> augmented = ops.transform(given, draws);
    return new AugmentationGraph(
        graph, images, step, draws, augmented, ops.standardize(augmented), ops.standardize(given));
  }

  @Override
  public void close() {
    graph.close();
  }
}
