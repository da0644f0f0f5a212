package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.model.layer.ShapeText;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * A predictor over one input and one output of a session. For Rhyton's own modules: models and
 * loaded files are predictors of this kind.
 */
public final class SessionPredictor implements Predictor {
  private static final int BATCH_SIZE = 32;

  private final String name;
  private final Shape inputShape;
  private final Shape outputShape;
  private final Session session;
  private final Operand<?> input;
  private final Operand<?> output;
  private final Runnable release;
  private final SampleContract samples;
  private volatile boolean closed;

  /**
   * Makes a predictor that owns its session.
   *
   * @param name what messages call it, for instance {@code Model 'cifar10'}
   * @param inputShape the shape of a batch that it takes, unknown sizes as -1
   * @param outputShape the shape of a batch that it makes, unknown sizes as -1
   * @param session runs it
   * @param input takes float32 batches
   * @param output makes float32 batches
   * @param release frees the session and all that belongs to it
   */
  @MustBeClosed
  public SessionPredictor(
      String name,
      Shape inputShape,
      Shape outputShape,
      Session session,
      Operand<?> input,
      Operand<?> output,
      Runnable release) {
    this.name = name;
    this.inputShape = inputShape;
    this.outputShape = outputShape;
    this.session = session;
    this.input = input;
    this.output = output;
    this.release = release;
    this.samples = new SampleContract(name, inputShape.tail());
  }

  @Override
  public Shape inputShape() {
    return inputShape;
  }

  @Override
  public Shape outputShape() {
    return outputShape;
  }

  @Override
  public float[] predict(float[] sample) {
    requireOpen();
    Shape shape = inputShape.tail();
    if (shape.hasUnknownDimension() || sample.length != shape.size()) {
      throw new IllegalArgumentException(
          name + " takes samples of " + ShapeText.of(shape) + ", got " + sample.length + " values");
    }
    try (Feed feed = Feed.of(1, shape, sample)) {
      return run(feed).values;
    }
  }

  @Override
  public FloatNdArray predict(FloatNdArray batch) {
    requireOpen();
    Shape shape = batch.shape();
    if (shape.numDimensions() < 1 || shape.get(0) == 0 || !samples.fits(shape.tail())) {
      throw new IllegalArgumentException(
          name + " takes batches of " + ShapeText.of(inputShape) + ", got " + ShapeText.of(shape));
    }
    float[] values = new float[Math.toIntExact(shape.size())];
    batch.copyTo(NdArrays.wrap(shape, DataBuffers.of(values, false, false)));
    try (Feed feed = Feed.of((int) shape.get(0), shape.tail(), values)) {
      return run(feed).toNdArray();
    }
  }

  @Override
  public FloatNdArray predict(Dataset data) {
    requireOpen();
    samples.require(data);
    Outputs all = Outputs.of(Shape.of(0));
    int filled = 0;
    int[] order = SampleOrder.asGiven(data.size());
    try (BatchFeeder feeder = new BatchFeeder(data, order, BATCH_SIZE, LabelForm.NONE)) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed batch = feed) {
          Outputs outputs = run(batch);
          if (filled == 0) {
            all = Outputs.of(outputs.shape.tail().prepend(data.size()));
          }
          System.arraycopy(outputs.values, 0, all.values, filled, outputs.values.length);
          filled += outputs.values.length;
        }
      }
    }
    return all.toNdArray();
  }

  private Outputs run(Feed feed) {
    try (Result result = session.runner().feed(input, feed.inputs()).fetch(output).run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      Outputs outputs = Outputs.of(tensor.shape());
      tensor.asRawTensor().data().asFloats().read(outputs.values);
      return outputs;
    }
  }

  boolean isClosed() {
    return closed;
  }

  void requireOpen() {
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

  private static final class Outputs {
    private final Shape shape;
    private final float[] values;

    private Outputs(Shape shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    static Outputs of(Shape shape) {
      return new Outputs(shape, new float[Math.toIntExact(shape.size())]);
    }

    FloatNdArray toNdArray() {
      return NdArrays.wrap(shape, DataBuffers.of(values, false, false));
    }
  }
}
