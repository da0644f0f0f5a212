package io.rhyton.codegen;

import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.UnaryOperation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints arithmetic layers as calls of the methods of {@link io.rhyton.model.Node}. */
final class ArithmeticSource {
  private static final Map<Arithmetic.Operator, String> METHODS =
      Map.of(
          Arithmetic.Operator.ADD, "plus",
          Arithmetic.Operator.SUBTRACT, "minus",
          Arithmetic.Operator.MULTIPLY, "times",
          Arithmetic.Operator.DIVIDE, "dividedBy",
          Arithmetic.Operator.POWER, "power");

  private static final Map<Arithmetic.Operator, String> NUMBER_FIRST =
      Map.of(
          Arithmetic.Operator.SUBTRACT, "subtractedFrom",
          Arithmetic.Operator.DIVIDE, "divisorOf",
          Arithmetic.Operator.POWER, "exponentOf");

  private static final Map<UnaryOperation.Operator, String> UNARY =
      Map.of(
          UnaryOperation.Operator.NEGATIVE, "negated",
          UnaryOperation.Operator.ABSOLUTE, "absolute");

  private ArithmeticSource() {}

  /** Returns the call on the first input; null if there is no such method. */
  static @Nullable SourceExpression print(Layer layer, List<SourceExpression> inputs) {
    if (layer instanceof Arithmetic arithmetic) {
      return call(inputs, METHODS.get(arithmetic.operator()), inputs.subList(1, inputs.size()));
    } else if (layer instanceof NumberArithmetic arithmetic) {
      Map<Arithmetic.Operator, String> methods = arithmetic.numberFirst() ? NUMBER_FIRST : METHODS;
      SourceExpression number = SourceExpression.of(arithmetic.number());
      return call(inputs, methods.get(arithmetic.operator()), List.of(number));
    } else if (layer instanceof UnaryOperation arithmetic) {
      return call(inputs, UNARY.get(arithmetic.operator()), List.of());
    }
    return null;
  }

  private static @Nullable SourceExpression call(
      List<SourceExpression> inputs, @Nullable String method, List<SourceExpression> arguments) {
    return method == null ? null : inputs.get(0).call(method, arguments);
  }
}
