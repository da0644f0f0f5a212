package io.rhyton.graph.variable;

import io.rhyton.error.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** The variables of a graph by name. Each is a resource with its own shared name. */
public final class VariableStore implements TrainingVariables {
  private static final String OPTIMIZER = "optimizer/";

  private final Graph graph;
  private final Ops tf;
  private final Map<String, Variable<TFloat32>> floats = new LinkedHashMap<>();
  private final List<Op> initializers = new ArrayList<>();
  private final Variable<TInt64> iteration;
  private final @Nullable Variable<TFloat32> learningRate;

  /**
   * Creates the variables that every optimizer has.
   *
   * @param iteration the initial number of completed steps
   * @param learningRate the initial learning rate; null if it comes from a schedule
   */
  public VariableStore(
      Graph graph, Operand<TInt64> iteration, @Nullable Operand<TFloat32> learningRate) {
    this.graph = graph;
    this.tf = Ops.create(graph);
    this.iteration =
        create(OPTIMIZER + "iteration", TInt64.class, DataType.DT_INT64, Shape.scalar(), iteration);
    this.learningRate =
        learningRate == null
            ? null
            : create(OPTIMIZER + "learning_rate", Shape.scalar(), learningRate);
  }

  public Variable<TFloat32> create(String name, Shape shape, Operand<TFloat32> initial) {
    Variable<TFloat32> variable = create(name, TFloat32.class, DataType.DT_FLOAT, shape, initial);
    floats.put(name, variable);
    return variable;
  }

  public Variable<TFloat32> createFilled(String name, Shape shape, float value) {
    return create(name, shape, tf.fill(tf.constant(shape.asArray()), tf.constant(value)));
  }

  private <T extends TType> Variable<T> create(
      String name, Class<T> type, DataType dataType, Shape shape, Operand<T> initial) {
    Variable<T> variable = Variable.create(graph, tf, name, type, dataType, shape);
    initializers.add(tf.assignVariableOp(variable.handle(), initial));
    return variable;
  }

  public List<Op> initializers() {
    return initializers;
  }

  public Variable<TInt64> iterationVariable() {
    return iteration;
  }

  public @Nullable Variable<TFloat32> learningRateVariable() {
    return learningRate;
  }

  private Variable<TFloat32> get(String name) {
    Variable<TFloat32> variable = floats.get(name);
    if (variable == null) {
      throw new IllegalStateException("no variable " + MessageText.name(name) + " in the graph");
    }
    return variable;
  }

  @Override
  public Operand<TFloat32> read(String name) {
    return get(name).read();
  }

  @Override
  public Op assign(Ops tf, String name, Operand<TFloat32> value) {
    return tf.assignVariableOp(handle(name), value);
  }

  @Override
  public Output<TFloat32> handle(String name) {
    return get(name).handle();
  }

  @Override
  public Operand<TInt64> iteration() {
    return iteration.read();
  }

  @Override
  public Output<TInt64> iterationHandle() {
    return iteration.handle();
  }

  @Override
  public Operand<TFloat32> learningRate() {
    if (learningRate == null) {
      throw new IllegalStateException("the learning rate comes from a schedule");
    }
    return learningRate.read();
  }
}
