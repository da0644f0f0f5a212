package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.graph.PreprocessingGraph;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.GraphSession;
import io.rhyton.session.VariableAssignment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A session that runs a model's preprocessing layers, from the input to the last random one. */
final class PreprocessingStem implements AutoCloseable {
  private static final int IMAGES_RANK = 4;

  private final PreprocessingGraph graph;
  private final GraphSession owner;
  private final Shape input;
  private final Shape output;

  private PreprocessingStem(
      PreprocessingGraph graph, GraphSession owner, Shape input, Shape output) {
    this.graph = graph;
    this.owner = owner;
    this.input = input;
    this.output = output;
  }

  /**
   * Starts a session.
   *
   * @throws SpecException if the model has no augmentation layer before the first with weights
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed by the owner.
  static PreprocessingStem open(ModelSpec model, long seed) {
    ResolvedModel stem = model.upTo(last(model)).resolve();
    PreprocessingGraph graph = PreprocessingGraph.build(stem, seed);
    return new PreprocessingStem(
        graph,
        GraphSession.open(graph.graph(), Execution.defaults()),
        stem.inputShape().tail(),
        stem.outputShape().tail());
  }

  /** The last augmentation layer in the initial chain of layers that map images to images. */
  private static String last(ModelSpec spec) {
    ResolvedModel model = spec.resolve();
    @Nullable String last = null;
    for (int input = 0; input < model.inputs().size(); input++) {
      if (isImages(model.inputShapes().get(input))) {
        ResolvedLayer layer = reader(model, model.inputs().get(input));
        while (layer != null) {
          if (!isInInferenceMode(model, layer) && layer.layer().differsInTraining(true)) {
            last = layer.name();
          }
          layer = reader(model, layer.name());
        }
      }
    }
    if (last == null) {
      throw new SpecException(
          "Model " + MessageText.name(spec.name()),
          "an augmentation layer before the layers with weights",
          "none",
          "Put layers such as RandomFlip after the input.");
    }
    return last;
  }

  /**
   * The only consumer of a layer's output, if it maps the output to images and has neither weights
   * nor other inputs.
   */
  private static @Nullable ResolvedLayer reader(ResolvedModel model, String name) {
    LayerOutput made = LayerOutput.of(name);
    List<ResolvedCall> calls =
        model.calls().stream().filter(call -> call.inputs().contains(made)).toList();
    if (calls.size() != 1) {
      return null;
    }
    ResolvedCall call = calls.get(0);
    ResolvedLayer layer = model.layer(call.layer());
    boolean once =
        model.calls().stream().filter(each -> each.layer().equals(layer.name())).count() == 1;
    boolean plain = once && call.inputs().size() == 1 && layer.weights().isEmpty();
    return plain && isImages(call.outputShapes().get(0)) ? layer : null;
  }

  private static boolean isInInferenceMode(ResolvedModel model, ResolvedLayer layer) {
    return model.calls().stream()
        .anyMatch(call -> call.layer().equals(layer.name()) && call.inferenceMode());
  }

  private static boolean isImages(Shape shape) {
    return shape.numDimensions() == IMAGES_RANK && !shape.tail().hasUnknownDimension();
  }

  /**
   * The images among the inputs of a data set.
   *
   * @throws DataException unless exactly one input has the shape that the layers take
   */
  InputColumn images(Dataset data) {
    List<InputColumn> images =
        data.inputs().stream().filter(each -> each.shape().equals(input)).toList();
    if (images.size() != 1) {
      throw new DataException(
          "Sample page",
          "one input of images " + ShapeText.of(input),
          images.size()
              + " among "
              + data.inputs().stream().map(each -> ShapeText.of(each.shape())).toList(),
          "Pass the data that the model is trained on.");
    }
    return images.get(0);
  }

  /** Height, width and channels of the layers' output. */
  Shape output() {
    return output;
  }

  /** The layers' output in training mode. */
  float[] trainingOutput(float[] images, long step) {
    try (TInt64 number = TInt64.scalarOf(step)) {
      return run(
          images, owner.session().runner().feed(graph.step(), number), graph.trainingOutput());
    }
  }

  /** The layers' output in inference mode. */
  float[] inferenceOutput(float[] images) {
    return run(images, owner.session().runner(), graph.inferenceOutput());
  }

  private float[] run(float[] images, Session.Runner runner, Operand<TFloat32> output) {
    Shape batch = input.prepend(images.length / input.size());
    try (TFloat32 samples = TFloat32.tensorOf(batch, DataBuffers.of(images, true, false));
        Result result = NativeRuntime.run(runner.feed(graph.samples(), samples).fetch(output))) {
      return VariableAssignment.values((TFloat32) result.get(0));
    }
  }

  @Override
  public void close() {
    owner.close();
  }
}
