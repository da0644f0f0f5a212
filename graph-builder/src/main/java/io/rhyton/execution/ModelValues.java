package io.rhyton.execution;

import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.variable.Variable;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A consistent view of weights and optimizer state, for {@code Model.inspect}. Internal to Rhyton:
 * file writers read one variable at a time, without copying all of them to the heap.
 *
 * <p>Every method throws {@link IllegalStateException} once {@code inspect} has returned.
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public final class ModelValues {
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
  public ModelValues(ModelGraph graph, Result result) {
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

  /** The number of training steps so far. */
  public long iteration() {
    return ((TInt64) value(ITERATION)).getLong();
  }

  /** The learning rate of the next step; null if a schedule sets it. */
  public @Nullable Float learningRate() {
    return graph.learningRate() == null
        ? null
        : (Float) ((TFloat32) value(FIRST_WEIGHT + indices.size())).getFloat();
  }

  /** The graph of the variables. */
  public GraphDef graph() {
    return graph.graph().toGraphDef();
  }

  /** The canonical names of the weights, in the model's order. */
  public List<String> weightNames() {
    return names(graph.weights());
  }

  /** The canonical names of the optimizer's slot variables, in Keras's order. */
  public List<String> slotNames() {
    return names(graph.slots());
  }

  private static List<String> names(List<Variable<TFloat32>> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  /**
   * The shape of a weight or slot variable.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Shape shape(String name) {
    return tensor(name).shape();
  }

  /**
   * A copy of the values of a weight or slot variable, in row-major order.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public float[] values(String name) {
    return VariableValues.values(tensor(name));
  }

  private TFloat32 tensor(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "no variable named '" + name + "'; known are " + weightNames() + " and " + slotNames());
    }
    return (TFloat32) value(index);
  }

  private Object value(int index) {
    if (over) {
      throw new IllegalStateException("the values may be read only while inspect runs");
    }
    return result.get(index);
  }

  /** A copy of all weights. */
  public Weights weights() {
    return copy(weightNames());
  }

  /** A copy of the optimizer state. */
  public OptimizerState optimizerState() {
    return new OptimizerState(iteration(), learningRate(), copy(slotNames()));
  }

  private Weights copy(List<String> names) {
    Weights.Builder copy = Weights.builder();
    names.forEach(name -> copy.add(name, shape(name), values(name)));
    return copy.build();
  }

  /** Forbids reading from now on. */
  public void end() {
    over = true;
  }
}
