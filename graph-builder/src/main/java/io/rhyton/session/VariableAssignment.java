package io.rhyton.session;

import io.rhyton.graph.variable.Variable;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Assigns values from the heap to the variables of a session. */
public final class VariableAssignment {
  /** A bound on the size of the copies of values that are held at once. */
  private static final long CHUNK_BYTES = 64L << 20;

  private VariableAssignment() {}

  /** Checks that every variable has a value of its shape. */
  public static void require(
      WeightCheck check, List<Variable<TFloat32>> variables, Weights values) {
    for (Variable<TFloat32> variable : variables) {
      check.require(values, variable.name(), variable.shape());
    }
  }

  /**
   * Assigns values to all variables.
   *
   * <p>It uses as few runs as possible, because TensorFlow prunes and optimizes the whole graph
   * again for each set of targets: with one run per variable, the time to open a deep model would
   * be quadratic.
   */
  public static void assign(Session session, List<Variable<TFloat32>> variables, Weights values) {
    int next = 0;
    while (next < variables.size()) {
      next = assignChunk(session, variables, values, next);
    }
  }

  /**
   * Assigns values to the variables from an index on; returns the index of the first one that is
   * left.
   */
  @SuppressWarnings("MustBeClosedChecker") // Closed below.
  private static int assignChunk(
      Session session, List<Variable<TFloat32>> variables, Weights values, int from) {
    List<TFloat32> tensors = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      long bytes = 0;
      int next = from;
      while (next < variables.size() && bytes < CHUNK_BYTES) {
        Variable<TFloat32> variable = variables.get(next++);
        TFloat32 tensor = TFloat32.tensorOf(variable.shape());
        tensors.add(tensor);
        tensor.asRawTensor().data().asFloats().write(values.values(variable.name()));
        bytes += tensor.numBytes();
        runner.feed(variable.newValue(), tensor).addTarget(variable.assign());
      }
      runner.run().close();
      return next;
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  /** Assigns a value to a variable. */
  public static <T extends TType> void assign(Session session, Variable<T> variable, T value) {
    session.runner().feed(variable.newValue(), value).addTarget(variable.assign()).run().close();
  }

  /** Copies the values of a tensor. */
  public static float[] values(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
