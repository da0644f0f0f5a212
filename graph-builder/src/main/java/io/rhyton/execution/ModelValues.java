package io.rhyton.execution;

import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.variable.Variable;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.ModelSession;
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
 * The weights and the optimizer state of one moment, for {@link Model#inspect}. For Rhyton's own
 * modules: what writes a file reads one variable after the other, and never has all on the heap.
 *
 * <p>Every method throws {@link IllegalStateException} once {@code inspect} has returned.
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public final class ModelValues {
  private static final int ITERATION = 0;
  private static final int FIRST_WEIGHT = 1;

  private final ModelGraph graph;
  private final Result result;
  private final Map<String, Integer> places = new HashMap<>();
  private volatile boolean over;

  /**
   * Takes what a run fetched, and leaves closing it to the caller.
   *
   * @param result iteration, weights, slots, and the learning rate if it is a number
   */
  public ModelValues(ModelGraph graph, Result result) {
    this.graph = graph;
    this.result = result;
    int place = FIRST_WEIGHT;
    for (Variable<TFloat32> weight : graph.weights()) {
      places.put(weight.name(), place++);
    }
    for (Variable<TFloat32> slot : graph.slots()) {
      places.put(slot.name(), place++);
    }
  }

  /** The number of steps done. */
  public long iteration() {
    return ((TInt64) value(ITERATION)).getLong();
  }

  /** The step size of the next step; null if a schedule gives it. */
  public @Nullable Float learningRate() {
    return graph.learningRate() == null
        ? null
        : (Float) ((TFloat32) value(FIRST_WEIGHT + places.size())).getFloat();
  }

  /** The graph that they are the variables of. */
  public GraphDef graph() {
    return graph.graph().toGraphDef();
  }

  /** The canonical names of the weights, in the model's order. */
  public List<String> weightNames() {
    return names(graph.weights());
  }

  /** The canonical names of the optimizer's slots, in Keras's order. */
  public List<String> slotNames() {
    return names(graph.slots());
  }

  private static List<String> names(List<Variable<TFloat32>> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  /**
   * The shape of a weight or slot.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Shape shape(String name) {
    return tensor(name).shape();
  }

  /**
   * A copy of the values of a weight or slot, the last axis fastest.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public float[] values(String name) {
    return ModelSession.values(tensor(name));
  }

  private TFloat32 tensor(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "no variable named '" + name + "'; there are " + weightNames() + " and " + slotNames());
    }
    return (TFloat32) value(place);
  }

  private Object value(int place) {
    if (over) {
      throw new IllegalStateException("the values may be read only while inspect runs");
    }
    return result.get(place);
  }

  /** A copy of all weights. */
  public Weights weights() {
    return copy(weightNames());
  }

  /** A copy of all that the optimizer keeps. */
  public OptimizerState optimizerState() {
    return new OptimizerState(iteration(), learningRate(), copy(slotNames()));
  }

  private Weights copy(List<String> names) {
    Weights.Builder copy = Weights.builder();
    names.forEach(name -> copy.add(name, shape(name), values(name)));
    return copy.build();
  }

  /** Refuses to be read from now on. */
  public void end() {
    over = true;
  }
}
