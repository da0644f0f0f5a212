package io.rhyton.session;

import io.rhyton.graph.variable.Variable;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import io.rhyton.runtime.NativeRuntime;
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
   * Assigns values to variables.
   *
   * <p>It uses as few runs as possible, because TensorFlow prunes and optimizes the whole graph
   * again for each set of targets: with one run per variable, the time to open a deep model would
   * be quadratic.
   */
  public static void assign(Session session, List<NewValue> values) {
    int next = 0;
    while (next < values.size()) {
      next = assignChunk(session, values, next);
    }
  }

  /** Assigns the values from an index on; returns the index of the first one that is left. */
  private static int assignChunk(Session session, List<NewValue> values, int from) {
    List<TType> tensors = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      long bytes = 0;
      int next = from;
      while (next < values.size() && bytes < CHUNK_BYTES) {
        NewValue value = values.get(next++);
        TType tensor = value.tensor().get();
        tensors.add(tensor);
        runner.feed(value.variable().newValue(), tensor).addTarget(value.variable().assign());
        bytes += tensor.numBytes();
      }
      NativeRuntime.execute(runner);
      return next;
    } finally {
      tensors.forEach(TType::close);
    }
  }

  /** Copies the values of a tensor. */
  public static float[] values(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
