package io.rhyton.session;

import io.rhyton.graph.variable.Variable;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Assigns values from the heap to the variables of a session. */
public final class VariableAssignment {
  private VariableAssignment() {}

  /** Checks that every variable has a value of its shape. */
  public static void require(
      WeightCheck check, List<Variable<TFloat32>> variables, Weights values) {
    for (Variable<TFloat32> variable : variables) {
      check.require(values, variable.name(), variable.shape());
    }
  }

  /** Assigns values to all variables. */
  public static void assign(Session session, List<Variable<TFloat32>> variables, Weights values) {
    for (Variable<TFloat32> variable : variables) {
      try (TFloat32 tensor = TFloat32.tensorOf(variable.shape())) {
        tensor.asRawTensor().data().asFloats().write(values.values(variable.name()));
        assign(session, variable, tensor);
      }
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
