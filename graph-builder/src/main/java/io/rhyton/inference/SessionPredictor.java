package io.rhyton.inference;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.DataContract;
import io.rhyton.batch.Feed;
import io.rhyton.data.DataException;
import io.rhyton.data.Source;
import io.rhyton.graph.GraphTensor;
import io.rhyton.model.shape.ShapeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * A predictor over the inputs and outputs of a session. Internal to Rhyton: models and loaded files
 * are predictors of this kind.
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public final class SessionPredictor implements Predictor {
  private static final int BATCH_SIZE = 32;

  private final String name;
  private final Map<String, Shape> inputShapes;
  private final Map<String, Shape> outputShapes;
  private final List<? extends Operand<?>> inputs;

  /** Each tensor once, for TensorFlow does not fetch a tensor twice. */
  private final List<Output<?>> fetches;

  /** The index of each output among the fetches. */
  private final List<Integer> indices;

  private final Session session;
  private final Runnable release;
  private final DataContract contract;
  private volatile boolean closed;

  /**
   * Creates a predictor that owns its session.
   *
   * @param name the name in messages, for instance {@code Model 'cifar10'}
   * @param inputs the float32 inputs, with distinct names
   * @param outputs the float32 outputs, with distinct names
   * @param session the session to run
   * @param release releases the session and everything that belongs to it
   */
  @MustBeClosed
  public SessionPredictor(
      String name,
      List<GraphTensor> inputs,
      List<GraphTensor> outputs,
      Session session,
      Runnable release) {
    this.name = name;
    this.inputShapes = shapes(inputs);
    this.outputShapes = shapes(outputs);
    this.inputs = inputs.stream().<Operand<?>>map(GraphTensor::operand).toList();
    List<Output<?>> all =
        outputs.stream().<Output<?>>map(output -> output.operand().asOutput()).toList();
    this.fetches = all.stream().distinct().toList();
    this.indices = all.stream().map(fetches::indexOf).toList();
    this.session = session;
    this.release = release;
    this.contract = new DataContract(name, inputs, List.of(), false);
  }

  private static Map<String, Shape> shapes(List<GraphTensor> tensors) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return Collections.unmodifiableMap(shapes);
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
  public Shape inputShape() {
    return only("input", inputShapes);
  }

  @Override
  public Shape outputShape() {
    return only("output", outputShapes);
  }

  private Shape only(String what, Map<String, Shape> shapes) {
    if (shapes.size() != 1) {
      throw new IllegalStateException(
          name
              + " has not one "
              + what
              + " but "
              + shapes.keySet()
              + "; predict lists or maps of them, or predictAll of a data set");
    }
    return shapes.values().iterator().next();
  }

  @Override
  public float[] predict(float[] sample) {
    requireOpen();
    Shape shape = inputShape().tail();
    outputShape();
    if (shape.hasUnknownDimension() || sample.length != shape.size()) {
      throw new IllegalArgumentException(
          name + " takes samples of " + ShapeText.of(shape) + ", got " + sample.length + " values");
    }
    contract.requireValues(0, sample);
    try (Feed feed = new Feed(1)) {
      feed.addInput(shape, sample);
      return run(feed).get(0).values();
    }
  }

  @Override
  public FloatNdArray predict(FloatNdArray batch) {
    requireOpen();
    inputShape();
    outputShape();
    return predict(List.of(batch)).get(0);
  }

  @Override
  public Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches) {
    requireOpen();
    if (!batches.keySet().equals(inputShapes.keySet())) {
      throw new IllegalArgumentException(
          name + " takes inputs " + inputShapes.keySet() + ", got " + batches.keySet());
    }
    List<FloatNdArray> inOrder = new ArrayList<>();
    inputShapes.keySet().forEach(input -> inOrder.add(batches.get(input)));
    return named(predict(inOrder));
  }

  private Map<String, FloatNdArray> named(List<FloatNdArray> predictions) {
    Map<String, FloatNdArray> named = new LinkedHashMap<>();
    outputShapes.keySet().forEach(output -> named.put(output, predictions.get(named.size())));
    return named;
  }

  @Override
  public List<FloatNdArray> predict(List<FloatNdArray> batches) {
    requireOpen();
    requireFits(batches);
    try (Feed feed = new Feed((int) batches.get(0).shape().get(0))) {
      for (int i = 0; i < batches.size(); i++) {
        FloatNdArray batch = batches.get(i);
        Shape shape = batch.shape();
        float[] values = new float[Math.toIntExact(shape.size())];
        batch.copyTo(NdArrays.wrap(shape, DataBuffers.of(values, false, false)));
        contract.requireValues(i, values);
        feed.addInput(shape.tail(), values);
      }
      return run(feed).stream().map(BatchOutput::toNdArray).toList();
    }
  }

  /** TensorFlow accepts batches of any shape. */
  private void requireFits(List<FloatNdArray> batches) {
    if (batches.size() != inputs.size()) {
      throw new IllegalArgumentException(
          name + " takes inputs " + inputShapes.keySet() + ", got " + batches.size());
    }
    int index = 0;
    for (Map.Entry<String, Shape> input : inputShapes.entrySet()) {
      Shape shape = batches.get(index++).shape();
      if (shape.numDimensions() < 1
          || shape.get(0) == 0
          || !shape.tail().isCompatibleWith(input.getValue().tail())) {
        String which = inputs.size() == 1 ? "" : " for '" + input.getKey() + "'";
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
              + batches.stream().map(batch -> batch.shape().get(0)).toList());
    }
  }

  @Override
  public FloatNdArray predict(Source source) {
    requireOpen();
    outputShape();
    return predictInBatches(source).get(0);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(Source source) {
    requireOpen();
    return named(predictInBatches(source));
  }

  private List<FloatNdArray> predictInBatches(Source source) {
    try (DataAdapter data =
            DataAdapter.of(source, contract::requireSamples, List.of(), BATCH_SIZE);
        Batches batches = data.firstPass(BatchChange.NONE)) {
      return gather(batches, data.samples());
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
    Session.Runner runner = session.runner();
    feed.feedInputs(runner, inputs);
    fetches.forEach(runner::fetch);
    try (Result result = runner.run()) {
      List<BatchOutput> outputs = new ArrayList<>();
      for (int index : indices) {
        outputs.add(BatchOutput.copyOf((TFloat32) result.get(index)));
      }
      return outputs;
    }
  }

  /** Returns whether the predictor was closed. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Checks that the predictor is open.
   *
   * @throws IllegalStateException if it was closed
   */
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
