package io.rhyton.training;

import io.rhyton.graph.Variable;
import io.rhyton.model.SpecException;
import io.rhyton.model.layer.ShapeText;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Gives the variables of a session values from the heap. */
final class VariableValues {
  private VariableValues() {}

  /** Checks that there is a value of the right shape for every weight. */
  static void requireWeights(List<Variable<TFloat32>> variables, Weights weights) {
    requireFit(
        "Weight",
        "no weight of that name",
        variables,
        weights,
        "Give weights that belong to this model.");
  }

  /** Checks that there is a value of the right shape for every variable. */
  static void requireFit(
      String what, String none, List<Variable<TFloat32>> variables, Weights values, String fix) {
    for (Variable<TFloat32> variable : variables) {
      boolean present = values.names().contains(variable.name());
      if (!present || !values.shape(variable.name()).equals(variable.shape())) {
        throw new SpecException(
            what + " '" + variable.name() + "'",
            ShapeText.of(variable.shape()),
            present ? ShapeText.of(values.shape(variable.name())) : none,
            fix);
      }
    }
  }

  static void assign(Session session, List<Variable<TFloat32>> variables, Weights values) {
    for (Variable<TFloat32> variable : variables) {
      try (TFloat32 tensor = TFloat32.tensorOf(variable.shape())) {
        tensor.asRawTensor().data().asFloats().write(values.values(variable.name()));
        assign(session, variable, tensor);
      }
    }
  }

  static <T extends TType> void assign(Session session, Variable<T> variable, T value) {
    session.runner().feed(variable.newValue(), value).addTarget(variable.assign()).run().close();
  }
}
