package io.rhyton.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** The variables of a graph by name. Every one is a resource with a shared name of its own. */
final class VariableStore implements Variables {
  private final Graph graph;
  private final Ops tf;
  private final Map<String, Variable<TFloat32>> floats = new LinkedHashMap<>();
  private final List<Op> initializers = new ArrayList<>();

  VariableStore(Graph graph) {
    this.graph = graph;
    this.tf = Ops.create(graph);
  }

  Variable<TFloat32> create(String name, Shape shape, Operand<TFloat32> initial) {
    Variable<TFloat32> variable = create(name, TFloat32.class, DataType.DT_FLOAT, shape, initial);
    floats.put(name, variable);
    return variable;
  }

  Variable<TFloat32> createZeros(String name, Shape shape) {
    return create(name, shape, tf.fill(tf.constant(shape.asArray()), tf.constant(0f)));
  }

  Variable<TInt64> createCounter(String name) {
    return create(name, TInt64.class, DataType.DT_INT64, Shape.scalar(), tf.constant(0L));
  }

  private <T extends TType> Variable<T> create(
      String name, Class<T> type, DataType dataType, Shape shape, Operand<T> initial) {
    Output<T> handle = VariableHandle.create(graph, tf, name, dataType, shape);
    // The read comes first: TensorFlow Java finds a variable's value by its first consumer.
    Operand<T> read = tf.readVariableOp(handle, type);
    initializers.add(tf.assignVariableOp(handle, initial));
    Placeholder<T> newValue = tf.placeholder(type, Placeholder.shape(shape));
    Op assign = tf.assignVariableOp(handle, newValue);
    return new Variable<>(name, shape, handle, read, newValue, assign);
  }

  Variable<TFloat32> get(String name) {
    Variable<TFloat32> variable = floats.get(name);
    if (variable == null) {
      throw new IllegalStateException("no variable '" + name + "' in the graph");
    }
    return variable;
  }

  List<Op> initializers() {
    return initializers;
  }

  @Override
  public Operand<TFloat32> read(String name) {
    return get(name).read();
  }

  @Override
  public Op assign(Ops tf, String name, Operand<TFloat32> value) {
    return tf.assignVariableOp(get(name).handle(), value);
  }
}
