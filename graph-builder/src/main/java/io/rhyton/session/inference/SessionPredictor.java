package io.rhyton.session.inference;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.BatchTransform;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.DataContract;
import io.rhyton.batch.Feed;
import io.rhyton.data.DataException;
import io.rhyton.data.Source;
import io.rhyton.error.MessageText;
import io.rhyton.execution.Execution;
import io.rhyton.graph.GraphTensor;
import io.rhyton.graph.InferenceGraph;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.GraphSession;
import io.rhyton.session.LeakGuard;
import io.rhyton.session.NewValue;
import io.rhyton.session.SessionLifetime;
import io.rhyton.session.VariableAssignment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * A predictor over the inputs and outputs of a session. Internal to Rhyton: models and loaded files
 * are predictors of this kind.
 */
public final class SessionPredictor implements Predictor {
  private static final int BATCH_SIZE = 32;

  private final SessionLifetime lifetime;
  private final String name;
  private final Map<String, Shape> inputShapes;
  private final Map<String, Shape> outputShapes;
  private final List<? extends Operand<?>> inputs;

  /** Each tensor once, since TensorFlow does not fetch a tensor twice. */
  private final List<Output<?>> fetches;

  /** The index of each output among the fetches. */
  private final List<Integer> indices;

  private final Session session;
  private final LeakGuard guard;
  private final DataContract contract;

  /**
   * Creates a predictor that owns its session.
   *
   * @param lifetime the lifetime of the session, with its name in messages
   * @param inputs the float32 inputs, with distinct names
   * @param outputs the float32 outputs, with distinct names
   * @param session the session to run
   * @param release releases the session and everything that belongs to it; must not refer to the
   *     predictor
   */
  @MustBeClosed
  public SessionPredictor(
      SessionLifetime lifetime,
      List<GraphTensor> inputs,
      List<GraphTensor> outputs,
      Session session,
      Runnable release) {
    this.lifetime = lifetime;
    this.name = lifetime.name();
    this.inputShapes = shapes(inputs);
    this.outputShapes = shapes(outputs);
    this.inputs = inputs.stream().<Operand<?>>map(GraphTensor::operand).toList();
    List<Output<?>> all =
        outputs.stream().<Output<?>>map(output -> output.operand().asOutput()).toList();
    this.fetches = all.stream().distinct().toList();
    this.indices = all.stream().map(fetches::indexOf).toList();
    this.session = session;
    this.guard = new LeakGuard(this, name, release);
    this.contract = new DataContract(name, inputs, List.of(), false);
  }

  /** Opens a model without compiling it; see {@link io.rhyton.training.Model#predictor}. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The predictor closes both; closed below on failure.
  public static SessionPredictor open(ModelSpec spec, Weights weights) {
    ResolvedModel model = spec.resolve();
    InferenceGraph graph = InferenceGraph.build(model);
    GraphSession owner = GraphSession.open(graph.graph(), Execution.defaults());
    try {
      VariableAssignment.require(WeightCheck.WEIGHTS, graph.weights(), weights);
      VariableAssignment.assign(owner.session(), NewValue.of(graph.weights(), weights));
      return new SessionPredictor(
          new SessionLifetime("Model " + MessageText.name(model.name())),
          graph.inputs(),
          graph.predictions(),
          owner.session(),
          owner::close);
    } catch (RuntimeException | Error e) {
      owner.close();
      throw e;
    }
  }

  private static Map<String, Shape> shapes(List<GraphTensor> tensors) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return Collections.unmodifiableMap(shapes);
  }

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public Map<String, Shape> inputShapes() {
    return inputShapes;
  }

  @Override
  public Map<String, Shape> outputShapes() {
    return outputShapes;
  }

  @Override
  public Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches) {
    requireOpen();
    if (!batches.keySet().equals(inputShapes.keySet())) {
      throw new IllegalArgumentException(
          name
              + " takes inputs "
              + MessageText.list(inputShapes.keySet())
              + ", got "
              + MessageText.list(batches.keySet()));
    }
    List<FloatNdArray> inOrder = inputShapes.keySet().stream().map(batches::get).toList();
    requireFits(inOrder);
    try (Feed feed = new Feed((int) inOrder.get(0).shape().get(0))) {
      for (int i = 0; i < inOrder.size(); i++) {
        float[] values = values(inOrder.get(i));
        contract.requireValues(i, values);
        feed.addInput(inOrder.get(i).shape().tail(), values);
      }
      return named(run(feed).stream().map(BatchOutput::toNdArray).toList());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static float[] values(FloatNdArray array) {
    float[] values = new float[Math.toIntExact(array.shape().size())];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  private Map<String, FloatNdArray> named(List<FloatNdArray> predictions) {
    Map<String, FloatNdArray> named = new LinkedHashMap<>();
    outputShapes.keySet().forEach(output -> named.put(output, predictions.get(named.size())));
    return named;
  }

  /** TensorFlow accepts batches of any shape. */
  private void requireFits(List<FloatNdArray> batches) {
    int index = 0;
    for (Map.Entry<String, Shape> input : inputShapes.entrySet()) {
      Shape shape = batches.get(index++).shape();
      if (shape.numDimensions() < 1
          || shape.get(0) == 0
          || !shape.tail().isCompatibleWith(input.getValue().tail())) {
        String which = inputs.size() == 1 ? "" : " for " + MessageText.name(input.getKey());
        throw new IllegalArgumentException(
            name
                + " takes batches of "
                + ShapeText.of(input.getValue())
                + which
                + ", got "
                + ShapeText.of(shape));
      }
    }
    long size = batches.get(0).shape().get(0);
    if (batches.stream().anyMatch(batch -> batch.shape().get(0) != size)) {
      throw new IllegalArgumentException(
          name
              + " takes batches of one size, got "
              + MessageText.list(batches.stream().map(batch -> batch.shape().get(0)).toList()));
    }
  }

  @Override
  public Map<String, FloatNdArray> predictAll(Source source) {
    requireOpen();
    try (DataAdapter data =
            DataAdapter.of(source, contract::requireSamples, List.of(), BATCH_SIZE);
        Batches batches = data.firstPass(BatchTransform.NONE)) {
      return named(gather(batches, data.samples()));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Predicts all remaining batches.
   *
   * @param expected the number of samples; 0 if unknown
   */
  private List<FloatNdArray> gather(Batches batches, int expected) {
    List<GatheredOutput> all = List.of();
    try {
      for (Feed feed = batches.next(); feed != null; feed = batches.next()) {
        try (Feed batch = feed) {
          List<BatchOutput> outputs = run(batch);
          if (all.isEmpty()) {
            all = outputs.stream().map(output -> new GatheredOutput(output, expected)).toList();
          }
          for (int i = 0; i < outputs.size(); i++) {
            all.get(i).append(outputs.get(i), batch.size());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException(
          "Batch source", "the next batch", "an interrupt", "Call predict again.", e);
    }
    return all.stream().map(GatheredOutput::toNdArray).toList();
  }

  private List<BatchOutput> run(Feed feed) {
    return lifetime.use(() -> runWhileOpen(feed));
  }

  private List<BatchOutput> runWhileOpen(Feed feed) {
    Session.Runner runner = session.runner();
    feed.feedInputs(runner, inputs);
    fetches.forEach(runner::fetch);
    try (Result result = NativeRuntime.run(runner)) {
      List<BatchOutput> outputs = new ArrayList<>();
      for (int index : indices) {
        outputs.add(BatchOutput.copyOf((TFloat32) result.get(index)));
      }
      return outputs;
    }
  }

  /**
   * Checks that the predictor is open.
   *
   * @throws IllegalStateException if it was closed
   */
  public void requireOpen() {
    lifetime.requireOpen();
  }

  @Override
  public void close() {
    lifetime.close(guard::close);
  }

  /** The name and the shapes: {@code Model 'm': [?, 3] -> [?, 1]}. */
  @Override
  public String toString() {
    return name
        + ": "
        + text(inputShapes)
        + " -> "
        + text(outputShapes)
        + (lifetime.isClosed() ? ", closed" : "");
  }

  private static String text(Map<String, Shape> shapes) {
    boolean one = shapes.size() == 1;
    return shapes.entrySet().stream()
        .map(
            tensor ->
                (one ? "" : MessageText.name(tensor.getKey()) + " ")
                    + ShapeText.of(tensor.getValue()))
        .collect(Collectors.joining(", "));
  }
}
