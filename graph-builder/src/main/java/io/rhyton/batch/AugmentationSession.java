package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.graph.AugmentationGraph;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.augmentation.ImageStandardization;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.GraphSession;
import io.rhyton.session.VariableAssignment;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A session that augments the images of batches of one shape. Thread-safe. */
final class AugmentationSession implements AutoCloseable {
  private static final String WHERE = "Augmentation";
  private static final int IMAGE_RANK = 3;

  private final AugmentationGraph graph;
  private final GraphSession owner;
  private final int input;
  private final Shape image;

  private AugmentationSession(AugmentationGraph graph, GraphSession owner, int input, Shape image) {
    this.graph = graph;
    this.owner = owner;
    this.input = input;
    this.image = image;
  }

  /**
   * Starts a session.
   *
   * @param generator the augmentation
   * @param data the data to augment, its inputs in the model's order
   * @param seed the model's seed
   * @throws DataException if the data does not fit
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed by the owner.
  static AugmentationSession open(
      ImageDataGenerator generator, Dataset data, long seed, Execution execution) {
    int input = imageInput(data.inputs());
    Shape image = data.inputs().get(input).shape();
    requireMeasured(generator.standardization(), (int) image.get(IMAGE_RANK - 1));
    if (generator.geometricTransform().transforms()) {
      data.labels().forEach(AugmentationSession::requireUnmoved);
    }
    AugmentationGraph graph = AugmentationGraph.build(generator, image, seed);
    return new AugmentationSession(
        graph,
        GraphSession.open(graph.graph(), execution.dtypePolicy(DTypePolicy.FLOAT32)),
        input,
        image);
  }

  private static int imageInput(List<InputColumn> inputs) {
    List<InputColumn> images =
        inputs.stream().filter(input -> input.shape().numDimensions() == IMAGE_RANK).toList();
    if (images.size() != 1) {
      throw new DataException(
          WHERE,
          "one input of images [height, width, channels]",
          images.size() + " among " + inputs.stream().map(i -> ShapeText.of(i.shape())).toList(),
          "Leave augmentation out, or augment with layers such as RandomFlip.");
    }
    return inputs.indexOf(images.get(0));
  }

  private static void requireMeasured(ImageStandardization standardization, int channels) {
    if (!standardization.featurewiseCenter()) {
      return;
    }
    int measured = standardization.mean().size();
    if (measured != channels) {
      throw new DataException(
          WHERE,
          "the means of " + channels + " channels",
          measured == 0 ? "none" : "the means of " + measured,
          "Compute them from the training data: NormalizationStatistics.adapt(generator, data).");
    }
  }

  /** Labels per pixel would have to be transformed along with the image. */
  private static void requireUnmoved(LabelColumn label) {
    if (label.shape().numDimensions() >= 2) {
      throw new DataException(
          WHERE,
          "labels of whole images, as geometric transformations do not change labels",
          "labels of shape " + ShapeText.of(label.shape()),
          "Restrict the augmentation to brightness and channel shifts.");
    }
  }

  /** The index of the image input. */
  int input() {
    return input;
  }

  /**
   * Checks that images have the shape of the session.
   *
   * @throws DataException if not
   */
  void requireShape(Dataset data) {
    Shape found = data.inputs().get(input).shape();
    if (!found.equals(image)) {
      throw new DataException(
          WHERE,
          "images of " + ShapeText.of(image) + ", as before",
          ShapeText.of(found),
          "Resize the images, or augment with layers such as RandomFlip.");
    }
  }

  /** The images of a batch. */
  float[] images(Feed feed) {
    return VariableAssignment.values((TFloat32) feed.input(input));
  }

  /** Applies a step's geometric and color transformations, without standardization. */
  void transform(Feed feed, long step) {
    replace(feed, graph.augmented(), step);
  }

  /** Applies a step's geometric and color transformations, and standardizes. */
  void augment(Feed feed, long step) {
    replace(feed, graph.trainingInput(), step);
  }

  /** Standardizes the images of a batch. */
  void standardize(Feed feed) {
    replace(feed, graph.evaluationInput(), runner(feed));
  }

  private void replace(Feed feed, Operand<TFloat32> images, long step) {
    try (TInt64 number = TInt64.scalarOf(step)) {
      replace(feed, images, runner(feed).feed(graph.step(), number));
    }
  }

  private Session.Runner runner(Feed feed) {
    return owner.session().runner().feed(graph.images(), feed.input(input));
  }

  @SuppressWarnings("MustBeClosedChecker") // The batch closes the result.
  private void replace(Feed feed, Operand<TFloat32> images, Session.Runner runner) {
    feed.replaceInput(input, NativeRuntime.run(runner.fetch(images)));
  }

  @Override
  public void close() {
    owner.close();
  }
}
