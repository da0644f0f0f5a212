package io.rhyton.golden;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.variable.Variable;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A model before its first training step: runs the step, or computes the loss without it. */
final class FirstStep implements AutoCloseable {
  private final ModelGraph graph;
  private final Session session;
  private final Dataset data;

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The graph is closed below.
  FirstStep(CompiledCase model, Dataset data, Weights start) {
    this.graph = GraphBuilder.build(model.spec().resolve(), model.compileSpec(), 0);
    this.session = new Session(graph.graph());
    this.data = data;
    session.run(graph.initialize());
    for (Variable<TFloat32> variable : graph.weights()) {
      try (TFloat32 value = floats(variable.shape(), start.values(variable.name()))) {
        session
            .runner()
            .feed(variable.newValue(), value)
            .addTarget(variable.assign())
            .run()
            .close();
      }
    }
  }

  /** The loss in training mode, with other values for one of the weights. */
  double loss(String weight, float[] values) {
    Variable<TFloat32> variable = variable(weight);
    try (TFloat32 value = floats(variable.shape(), values);
        TFloat32 inputs = inputs();
        Tensor labels = labels();
        Result result =
            runner(inputs, labels)
                .feed(variable.read(), value)
                .fetch(graph.steps().trainingMeasures())
                .run()) {
      return ((TFloat32) result.get(0)).getFloat(0);
    }
  }

  /** Runs the step. */
  void take() {
    try (TFloat32 inputs = inputs();
        Tensor labels = labels()) {
      runner(inputs, labels).addTarget(graph.steps().trainStep()).run().close();
    }
  }

  float[] values(String weight) {
    try (Result result = session.runner().fetch(variable(weight).read()).run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[] values = new float[(int) tensor.size()];
      tensor.asRawTensor().data().asFloats().read(values);
      return values;
    }
  }

  private Session.Runner runner(TFloat32 inputs, Tensor labels) {
    return session
        .runner()
        .feed(graph.inputs().get(0).operand(), inputs)
        .feed(graph.labels().get(0).placeholder(), labels);
  }

  private Variable<TFloat32> variable(String name) {
    List<Variable<TFloat32>> found =
        graph.weights().stream().filter(variable -> variable.name().equals(name)).toList();
    return found.get(0);
  }

  private TFloat32 inputs() {
    int length = (int) data.input().shape().size();
    float[] values = new float[data.size() * length];
    for (int i = 0; i < data.size(); i++) {
      data.input().copy(i, values, i * length);
    }
    return floats(data.input().shape().prepend(data.size()), values);
  }

  private Tensor labels() {
    int width = (int) data.label().shape().size();
    Shape shape = data.label().shape().prepend(data.size());
    if (graph.labels().get(0).sparse()) {
      long[] numbers = new long[data.size() * width];
      for (int i = 0; i < data.size(); i++) {
        data.label().copyClassIndices(i, numbers, i * width);
      }
      return TInt64.tensorOf(shape, DataBuffers.of(numbers, true, false));
    }
    float[] rows = new float[data.size() * width];
    for (int i = 0; i < data.size(); i++) {
      data.label().copy(i, rows, i * width);
    }
    return floats(shape, rows);
  }

  private static TFloat32 floats(Shape shape, float[] values) {
    return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
