package io.rhyton.session;

import io.rhyton.error.MessageText;
import io.rhyton.execution.ModelValues;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.variable.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Reads variables from the result of a run. */
public final class SessionValues implements ModelValues {
  private static final int ITERATION = 0;
  private static final int FIRST_WEIGHT = 1;

  private final ModelGraph graph;
  private final Result result;
  private final Map<String, Integer> indices = new HashMap<>();
  private volatile boolean over;

  /**
   * Wraps the result of a run, which the caller closes.
   *
   * @param result iteration, weights, slot variables, and the learning rate if it is constant
   */
  public SessionValues(ModelGraph graph, Result result) {
    this.graph = graph;
    this.result = result;
    int index = FIRST_WEIGHT;
    for (Variable<TFloat32> weight : graph.weights()) {
      indices.put(weight.name(), index++);
    }
    for (Variable<TFloat32> slot : graph.slots()) {
      indices.put(slot.name(), index++);
    }
  }

  @Override
  public long iteration() {
    return ((TInt64) value(ITERATION)).getLong();
  }

  @Override
  public @Nullable Float learningRate() {
    return graph.learningRate() == null
        ? null
        : (Float) ((TFloat32) value(FIRST_WEIGHT + indices.size())).getFloat();
  }

  /** The graph of the variables. */
  public GraphDef graph() {
    return graph.graph().toGraphDef();
  }

  @Override
  public List<String> weightNames() {
    return names(graph.weights());
  }

  @Override
  public List<String> slotNames() {
    return names(graph.slots());
  }

  private static List<String> names(List<Variable<TFloat32>> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  @Override
  public Shape shape(String name) {
    return tensor(name).shape();
  }

  @Override
  public float[] values(String name) {
    return VariableAssignment.values(tensor(name));
  }

  private TFloat32 tensor(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "no variable named "
              + MessageText.name(name)
              + "; known are "
              + MessageText.list(weightNames())
              + " and "
              + MessageText.list(slotNames()));
    }
    return (TFloat32) value(index);
  }

  private Object value(int index) {
    if (over) {
      throw new IllegalStateException("the values may be read only while inspect runs");
    }
    return result.get(index);
  }

  /** Forbids reading from now on. */
  public void end() {
    over = true;
  }
}
