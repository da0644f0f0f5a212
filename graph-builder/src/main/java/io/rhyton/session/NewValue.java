package io.rhyton.session;

import io.rhyton.graph.variable.Variable;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * A variable and the value that it will have.
 *
 * @param variable the variable
 * @param tensor copies the value into native memory, which the caller closes
 */
public record NewValue(Variable<?> variable, Supplier<? extends TType> tensor) {

  /** Returns the values of variables by their names. */
  public static List<NewValue> of(List<Variable<TFloat32>> variables, Weights values) {
    return variables.stream()
        .map(variable -> new NewValue(variable, () -> tensor(variable, values)))
        .toList();
  }

  /** Returns an integer for a variable. */
  public static NewValue of(Variable<TInt64> variable, long value) {
    return new NewValue(variable, () -> TInt64.scalarOf(value));
  }

  /** Returns a number for a variable. */
  public static NewValue of(Variable<TFloat32> variable, float value) {
    return new NewValue(variable, () -> TFloat32.scalarOf(value));
  }

  @SuppressWarnings("MustBeClosedChecker") // The caller closes it.
  private static TFloat32 tensor(Variable<TFloat32> variable, Weights values) {
    TFloat32 tensor = TFloat32.tensorOf(variable.shape());
    tensor.asRawTensor().data().asFloats().write(values.values(variable.name()));
    return tensor;
  }
}
